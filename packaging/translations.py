"""Brings the translations up to date: `python3 packaging/start.py translations`.

Collects every text of the window and every sentence of the engine into
`resources/translations/counterpart_de.ts`, to be finished with Qt Linguist, and compiles it.
"""

import sys
from pathlib import Path

from wording import files

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write all files anew; 1 where texts wait for a translator."""
    unfinished = files.update(ROOT)
    for language, count in unfinished.items():
        print(f"{files.ts_path(ROOT, language).relative_to(ROOT)}: {count} unfinished")
    return 1 if any(unfinished.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
