"""Compiles the launchers."""

import os
import shutil
import sys
import sysconfig
from pathlib import Path

from bundle import macho, pe
from bundle.places import BUILD, NAME, PUBLISHER, CannotBuild, run, version
from bundle.runtimes import library_name
from bundle.systems import LINUX, MACOS, MACOS_FLOOR, WINDOWS

_SOURCE = Path(__file__).with_name("launcher.c")

_MANIFEST = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <assemblyIdentity type="win32" name="{name}" version="{version}" processorArchitecture="amd64"/>
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
    <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
  </requestedPrivileges></security></trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
    <supportedOS Id="{{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}}"/>
  </application></compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3"><windowsSettings>
    <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings"
      >PerMonitorV2</dpiAwareness>
    <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings"
      >true</longPathAware>
  </windowsSettings></application>
</assembly>
"""

_RESOURCES = """\
1 ICON "counterpart.ico"
1 24 "counterpart.manifest"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS 0x40004
FILETYPE 1
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904b0"
    BEGIN
      VALUE "CompanyName", "{publisher}"
      VALUE "FileDescription", "{name}"
      VALUE "FileVersion", "{version}"
      VALUE "InternalName", "{name}"
      VALUE "OriginalFilename", "{file}"
      VALUE "ProductName", "{name}"
      VALUE "ProductVersion", "{version}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
"""


def four_numbers(number: str) -> str:
    """A version as Windows wants it: 1.2.3.0."""
    parts = [part for part in number.split(".") if part.isdigit()][:4]
    return ".".join([*parts, *["0"] * (4 - len(parts))])


def for_windows(folder: Path, icon: Path) -> None:
    """`Counterpart.exe` without a console and `bin/counterpart.exe` with one."""
    (folder / "bin").mkdir()
    _windows(folder / f"{NAME}.exe", icon, ["-mwindows"])
    _windows(folder / "bin" / f"{NAME.lower()}.exe", icon, ["-municode", "-DIN_BIN"])


def _windows(out: Path, icon: Path, options: list[str]) -> None:
    work = BUILD / WINDOWS.name / f"launcher-{out.stem}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copy2(icon, work / "counterpart.ico")
    words = {
        "name": NAME,
        "version": four_numbers(version()),
        "publisher": PUBLISHER,
        "file": out.name,
    }
    manifest = _MANIFEST.format(**words)
    (work / "counterpart.manifest").write_text(manifest, "utf-8")
    numbers = four_numbers(version()).replace(".", ",")
    script = work / "counterpart.rc"
    script.write_text(_RESOURCES.format(numbers=numbers, **words), "utf-8")
    run([pe.compiler("windres"), "-O", "coff", "counterpart.rc", "counterpart.res"], cwd=work)
    run(
        [
            *(pe.compiler("gcc"), "-Os", "-s", "-Wall", "-Wextra", "-Werror"),
            "-Wl,--no-insert-timestamp",
            f'-DPYTHON_LIBRARY=L"{library_name(WINDOWS)}"',
            *(*options, str(_SOURCE), "counterpart.res", "-o", str(out)),
        ],
        cwd=work,
    )


def for_linux(folder: Path) -> None:
    """`counterpart`, for the processor that it is built on."""
    compiler = os.environ.get("CC") or (sysconfig.get_config_var("CC") or "cc").split()[0]
    run([compiler, *_options(LINUX.name), "-s", "-o", str(folder / NAME.lower()), "-ldl"])


def for_macos(out: Path) -> None:
    """`Contents/MacOS/Counterpart` for both kinds of processors, with clang or, elsewhere, zig."""
    work = BUILD / MACOS.name / "launcher"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    parts = []
    for arch in ("x86_64", "aarch64"):
        part = work / arch
        run([*_macos_compiler(arch), *_options(MACOS.name), "-o", str(part)])
        parts.append(part.read_bytes())
    out.write_bytes(macho.joined(parts))
    out.chmod(0o755)


def _macos_compiler(arch: str) -> list[str]:
    if sys.platform == "darwin":
        own = {"aarch64": "arm64"}.get(arch, arch)
        return ["clang", "-arch", own, f"-mmacosx-version-min={MACOS_FLOOR}"]
    return [sys.executable, "-m", "ziglang", "cc", "-target", f"{arch}-macos.{MACOS_FLOOR}"]


def _options(system: str) -> list[str]:
    places = {LINUX.name: "", MACOS.name: "/../Resources"}
    if system not in places:
        raise CannotBuild(f"There is no such launcher: {system}.")
    library = library_name({LINUX.name: LINUX, MACOS.name: MACOS}[system])
    return [
        *("-Os", "-Wall", "-Wextra", "-Werror", str(_SOURCE)),
        *(f'-DPYTHON_LIBRARY="{library}"', f'-DRESOURCES="{places[system]}"'),
    ]
