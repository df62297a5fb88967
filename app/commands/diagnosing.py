"""`counterpart diagnose`: a bundle for whoever helps, without secrets."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from app.assembly import Assembly
from app.commands.speaking import EXIT_DONE, put, say


def diagnose(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `diagnose`."""
    now = datetime.now(UTC)
    path = Path(given.file or f"counterpart-diagnostics-{now:%Y%m%d-%H%M%S}.zip").absolute()
    assembly.write_diagnostics(path)
    put(str(path))
    say("Tokens are not in it. Look through it before you pass it on; product names may be.")
    return EXIT_DONE
