"""Checks a macOS bundle's seal without Apple's tools: every page, every file, on both processors.

The formats are those of Apple's open `cs_blobs.h`: big-endian, a super blob of blobs; a code
directory holds a hash of each page and of what belongs to the program besides.
"""

import hashlib
import plistlib
import struct
from pathlib import Path
from typing import Any

from bundle import macho

_SUPER, _DIRECTORY = 0xFADE0CC0, 0xFADE0C02
_INFO_SLOT, _RESOURCES_SLOT = 1, 3
_HASHES = {1: hashlib.sha1, 2: hashlib.sha256}


def problems(app: Path) -> list[str]:
    """All that is wrong with the seal of a bundle."""
    found = []
    contents = app / "Contents"
    info = plistlib.loads((contents / "Info.plist").read_bytes())
    main = contents / "MacOS" / info["CFBundleExecutable"]
    for path in sorted(app.rglob("*")):
        if path.is_symlink() or not path.is_file() or not macho.is_binary(path):
            continue
        sealed = {}
        if path == main:
            resources = contents / "_CodeSignature" / "CodeResources"
            sealed = {
                _INFO_SLOT: (contents / "Info.plist").read_bytes(),
                _RESOURCES_SLOT: resources.read_bytes(),
            }
        for half in macho.halves(path.read_bytes()):
            found += [f"{path.name} ({half.arch}): {one}" for one in _of_half(half, sealed)]
    return found + _of_files(contents)


def _of_half(half: macho.Half, sealed: dict[int, bytes]) -> list[str]:
    if half.signature is None:
        return ["no seal"]
    offset, size = half.signature
    directories = _directories(half.data[offset : offset + size])
    if not directories:
        return ["no code directory"]
    return [one for directory in directories for one in _of_directory(directory, half, sealed)]


def _directories(blob: bytes) -> list[bytes]:
    magic, _, count = struct.unpack_from(">III", blob)
    if magic != _SUPER:
        return []
    found = []
    for index in range(count):
        at = struct.unpack_from(">I", blob, 16 + 8 * index)[0]
        kind, length = struct.unpack_from(">II", blob, at)
        if kind == _DIRECTORY:
            found.append(blob[at : at + length])
    return found


def _of_directory(directory: bytes, half: macho.Half, sealed: dict[int, bytes]) -> list[str]:
    hashes, _, special, pages, limit = struct.unpack_from(">IIIII", directory, 16)
    size, kind, _, shift = directory[36], directory[37], directory[38], directory[39]
    digest = _HASHES.get(kind)
    if digest is None:
        return [f"hash of an unknown kind ({kind})"]
    page = 1 << shift

    def kept(slot: int) -> bytes:
        return directory[hashes + slot * size : hashes + (slot + 1) * size]

    wrong = []
    for index in range(pages):
        part = half.data[index * page : min((index + 1) * page, limit)]
        if digest(part).digest()[:size] != kept(index):
            wrong.append(f"page {index} was changed")
    for slot, content in sealed.items():
        if special < slot or digest(content).digest()[:size] != kept(-slot):
            wrong.append(f"slot {slot} does not match")
    return wrong


def _of_files(contents: Path) -> list[str]:
    listed = plistlib.loads((contents / "_CodeSignature" / "CodeResources").read_bytes())["files2"]
    wrong = []
    for name, entry in listed.items():
        wrong += _of_file(contents / name, name, entry if isinstance(entry, dict) else {"": entry})
    present = {
        path.relative_to(contents).as_posix()
        for path in (contents / "Resources").rglob("*")
        if path.is_symlink() or path.is_file()
    }
    nested = [name for name, entry in listed.items() if "cdhash" in entry]
    loose = [
        name
        for name in sorted(present - set(listed))
        if not name.endswith(".DS_Store") and not any(name.startswith(f"{one}/") for one in nested)
    ]
    return [*wrong, *(f"{name} is not sealed" for name in loose)]


def _of_file(path: Path, name: str, entry: dict[str, Any]) -> list[str]:
    if "symlink" in entry:
        right = path.is_symlink() and str(path.readlink()) == entry["symlink"]
        return [] if right else [f"{name} is not the link that was sealed"]
    if "cdhash" in entry:
        return [] if path.exists() else [f"{name} is missing"]
    if not path.is_file():
        return [] if entry.get("optional") else [f"{name} is missing"]
    kept = entry.get("hash2")
    if kept is not None and hashlib.sha256(path.read_bytes()).digest() != kept:
        return [f"{name} was changed"]
    return []
