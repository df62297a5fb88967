"""Reads Windows binaries: what they load and offer; makes a library that passes calls on."""

import shutil
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from bundle.places import CannotBuild, run


def compiler(name: str) -> str:
    """A tool of mingw-w64, `gcc` or `windres`; on Windows some bear the short name alone."""
    full = f"x86_64-w64-mingw32-{name}"
    short = shutil.which(name) if sys.platform == "win32" and not shutil.which(full) else None
    return short or full


@dataclass(frozen=True, slots=True)
class Binary:
    """A program or library: the libraries it loads, the names it offers, its kind of processor."""

    loads: tuple[str, ...]
    offers: tuple[str, ...]
    machine: int


def parsed(data: bytes) -> Binary:
    """Read a binary. Raises `CannotBuild`."""
    header = struct.unpack_from("<I", data, 0x3C)[0]
    if data[:2] != b"MZ" or data[header : header + 4] != b"PE\0\0":
        raise CannotBuild("This is no binary of Windows.")
    machine, sections, _, _, _, optional = struct.unpack_from("<HHIIIH", data, header + 4)
    start = header + 24
    wide = struct.unpack_from("<H", data, start)[0] == 0x20B
    directory = start + (112 if wide else 96)
    table = _Sections(data, start + optional, sections)
    exports = struct.unpack_from("<I", data, directory)[0]
    imports = struct.unpack_from("<I", data, directory + 8)[0]
    delayed = struct.unpack_from("<I", data, directory + 13 * 8)[0]
    loads = table.names_in_list(imports, 20, 12) + table.names_in_list(delayed, 32, 4)
    return Binary(tuple(loads), tuple(table.offered(exports)), machine)


def functions_from(data: bytes, library: str) -> list[str]:
    """The names of what a 64-bit binary wants of one library."""
    header = struct.unpack_from("<I", data, 0x3C)[0]
    sections, optional = struct.unpack_from("<H12xH", data, header + 6)
    table = _Sections(data, header + 24 + optional, sections)
    address = struct.unpack_from("<I", data, header + 24 + 112 + 8)[0]
    at, found = table.place(address), []
    while any(data[at : at + 20]):
        lookup, _, _, name, thunks = struct.unpack_from("<IIIII", data, at)
        if table.text(name).lower() == library.lower():
            found += table.wanted(lookup or thunks)
        at += 20
    return found


class _Sections:
    """Addresses in memory to places in the file."""

    def __init__(self, data: bytes, at: int, count: int) -> None:
        self._data = data
        self._rows = [
            struct.unpack_from("<8sIIII", data, at + 40 * index) for index in range(count)
        ]

    def place(self, address: int) -> int:
        """Where in the file an address lies."""
        for _, size, start, raw, offset in self._rows:
            if start <= address < start + max(size, raw):
                return int(offset + address - start)
        raise CannotBuild("A Windows binary points outside itself.")

    def text(self, address: int) -> str:
        """The name at an address."""
        at = self.place(address)
        return self._data[at : self._data.index(b"\0", at)].decode("ascii")

    def names_in_list(self, address: int, size: int, offset: int) -> list[str]:
        """The libraries named in a table that ends with zeros."""
        found: list[str] = []
        if not address:
            return found
        at = self.place(address)
        while any(self._data[at : at + size]):
            found.append(self.text(struct.unpack_from("<I", self._data, at + offset)[0]))
            at += size
        return found

    def wanted(self, address: int) -> list[str]:
        """The names in a list of wanted functions; those wanted by number are left out."""
        found = []
        at = self.place(address)
        while entry := struct.unpack_from("<Q", self._data, at)[0]:
            if not entry >> 63:
                found.append(self.text(entry + 2))
            at += 8
        return found

    def offered(self, address: int) -> list[str]:
        """The exported names."""
        if not address:
            return []
        at = self.place(address)
        count, _, names = struct.unpack_from("<III", self._data, at + 24)
        first = self.place(names) if count else 0
        return [
            self.text(struct.unpack_from("<I", self._data, first + 4 * index)[0])
            for index in range(count)
        ]


_OF_WINDOWS = {
    *("advapi32", "authz", "bcrypt", "bcryptprimitives", "cabinet", "comctl32", "comdlg32"),
    *("crypt32", "d3d9", "d3d11", "d3d12", "dbghelp", "dwmapi", "dwrite", "dxgi", "gdi32"),
    *("icuuc", "imm32", "iphlpapi", "kernel32", "mpr", "mscms", "msvcrt", "netapi32", "normaliz"),
    *("ntdll", "ole32", "oleaut32", "powrprof", "propsys", "rpcrt4", "rstrtmgr", "secur32"),
    *("setupapi", "shcore", "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32"),
    *("userenv", "uxtheme", "version", "winmm", "winspool", "ws2_32", "wtsapi32"),
}
"""What Windows 10 brings."""


def unresolved(folder: Path) -> list[str]:
    """Libraries that are neither in the folder nor known as a part of Windows."""
    binaries = [
        path for path in sorted(folder.rglob("*")) if path.suffix in {".exe", ".dll", ".pyd"}
    ]
    names = {path.name.lower() for path in binaries}
    return [
        f"{path.relative_to(folder)} needs {name}"
        for path in binaries
        for name in parsed(path.read_bytes()).loads
        if name.lower() not in names and not _of_windows(name.lower())
    ]


def _of_windows(name: str) -> bool:
    if name.startswith(("api-ms-win-", "ext-ms-win-")):
        return True
    return name.removesuffix(".dll").removesuffix(".drv") in _OF_WINDOWS


def make_forwarder(library: Path, forwarder: Path) -> None:
    """A library that offers all that another one offers, and passes every call on to it."""
    offers = parsed(library.read_bytes()).offers
    lines = [f" {name} = {library.stem}.{name}" for name in offers]
    definition = forwarder.with_suffix(".def")
    definition.write_text("EXPORTS\n" + "\n".join(lines) + "\n", "ascii")
    try:
        alike = "-Wl,--no-insert-timestamp,--disable-auto-image-base"
        made = ["-shared", "-nostdlib", "-s", alike, "-o", str(forwarder), str(definition)]
        run([compiler("gcc"), *made])
    finally:
        definition.unlink()
