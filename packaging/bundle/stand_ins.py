"""Test-only stand-ins for parts of Windows that wine lacks; never shipped.

Each goes into the wine prefix alone. A check tells which ones it ran with (`WHAT`).
"""

from pathlib import Path

from bundle import pe
from bundle.places import run

WHAT = {
    "icuuc.dll": "Windows 10's own ICU, which wine 8 lacks: every call answers 'unsupported'",
    "mscms.dll": "colour management, which wine 8 does not carry out: every call does nothing",
    "_wmi.pyd": "put aside after installing, because wine 8 aborts in it: Python's `platform` "
    "then asks Windows in another way",
}


def make(name: str, program: Path, system32: Path) -> None:
    """A library that offers what `program` wants of `name`; every function returns nothing."""
    wanted = pe.functions_from(program.read_bytes(), name)
    source = system32 / f"{name}.c"
    bodies = [f"__declspec(dllexport) void *{one}(void) {{ return 0; }}" for one in wanted]
    source.write_text("\n".join(bodies) + "\n", "ascii")
    target = system32 / name
    target.unlink(missing_ok=True)
    run([pe.compiler("gcc"), "-shared", "-w", "-fno-builtin", "-o", str(target), str(source)])
    source.unlink()
