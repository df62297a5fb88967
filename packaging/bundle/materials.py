"""The software bill of materials of a folder (CycloneDX 1.5), and the digests of artefacts."""

import hashlib
import json
import platform
import re
import time
import uuid
from email.parser import Parser
from pathlib import Path
from typing import Any

from bundle import origins
from bundle.places import NAME, OUT, CannotBuild, epoch, version
from bundle.systems import LINUX, System


def make(system: System, folder: Path, suffix: str = "") -> list[Path]:
    """Write the bill for a folder."""
    out = OUT / f"{NAME}-{version()}-{system.name}{suffix}.cdx.json"
    out.write_text(json.dumps(bill(system, folder), indent=1, sort_keys=True) + "\n", "utf-8")
    return [out]


def bill(system: System, folder: Path) -> dict[str, Any]:
    """Every package in the folder, Python, and on Linux the libraries brought along."""
    papers = sorted(folder.rglob("*.dist-info/METADATA"))
    parts = [_package(path) for path in papers]
    parts.append(_part("CPython", _python(folder), "PSF-2.0", "pkg:generic/cpython@{version}"))
    if system is LINUX:
        parts += [_library(path) for path in origins.brought_along(folder)]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"counterpart:{system.name}:{version()}:{epoch()}")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch())),
            "component": {"type": "application", "name": NAME, "version": version()},
            "properties": [{"name": "system", "value": system.name}],
        },
        "components": parts,
    }


def _part(name: str, number: str, licence: str, purl: str) -> dict[str, Any]:
    part: dict[str, Any] = {
        "type": "library",
        "name": name,
        "version": number,
        "purl": purl.format(version=number),
    }
    if licence:
        part["licenses"] = [{"license": {"name": licence}}]
    return part


def _package(path: Path) -> dict[str, Any]:
    said = Parser().parsestr(path.read_text("utf-8"), headersonly=True)
    licence = said.get("License-Expression") or said.get("License") or _classified(said)
    name = str(said["Name"])
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{{version}}"
    return _part(name, str(said["Version"]), licence.splitlines()[0] if licence else "", purl)


def _classified(said: Any) -> str:
    kinds = [
        str(one) for one in said.get_all("Classifier", []) if str(one).startswith("License ::")
    ]
    return kinds[0].rpartition(":: ")[2] if kinds else ""


def _python(folder: Path) -> str:
    """The version of the shipped interpreter, as its library says it."""
    for pattern in ("python3??.dll", "libpython3*.so*", "libpython3*.dylib"):
        for path in folder.rglob(pattern):
            found = _said_version(path.read_bytes())
            if found:
                return found
    return platform.python_version()


def _said_version(content: bytes) -> str:
    wide = re.search(
        rb"P\0r\0o\0d\0u\0c\0t\0V\0e\0r\0s\0i\0o\0n\0\0\0(?:\0\0)?((?:[\d.]\0)+)", content
    )
    if wide:
        return wide[1].decode("utf-16-le")
    plain = re.search(rb"\0(3\.\d+\.\d+)\0", content)
    return plain[1].decode() if plain else ""


def _library(path: Path) -> dict[str, Any]:
    """A library brought along, by its Debian package. Its own digest is no more: it was moved."""
    origin = origins.of_library(path.name)
    if origin is None:
        raise CannotBuild(f"Nothing tells where {path.name} is from.")
    part = _part(origin.package, origin.version, "", f"pkg:deb/debian/{origin.package}@{{version}}")
    return {**part, "properties": [{"name": "file", "value": path.name}]}


def sums(folder: Path) -> Path:
    """`SHA256SUMS` of every artefact in the folder."""
    out = folder / "SHA256SUMS"
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and path != out]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    out.write_text("".join(lines), "ascii")
    return out
