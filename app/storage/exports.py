"""Files that the manager asked for: tables and texts, never able to do anything by themselves."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from app.domain.errors import StorageFailed

Cell = str | int | Decimal

_LEADS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a text for a formula (RULES S18)."""
_LONGEST = 32_767
"""Letters that a cell of Excel holds."""
_WIDEST = 60


def harmless(cell: Cell) -> str:
    """A cell as CSV text that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_LEADS) else cell
    return str(cell)


def write_table(path: Path, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Write a table as .xlsx, or as CSV for every other name. Raises `StorageFailed`."""
    if path.suffix.lower() == ".xlsx":
        _write(path, _workbook(header, rows))
        return
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([harmless(title) for title in header])
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    # Excel takes a file for UTF-8 by its first bytes.
    _write(path, text.getvalue().encode("utf-8-sig", "replace"))


def write_text(path: Path, text: str) -> None:
    """Write a text. Raises `StorageFailed`."""
    _write(path, text.encode("utf-8", "replace"))


def _workbook(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for column, title in enumerate(header):
        sheet.write_string(0, column, _held(title), bold)
        longest = max([len(title), *(len(str(row[column])) for row in rows)])
        sheet.set_column(column, column, min(_WIDEST, longest + 2))
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, column, _held(cell))
            else:
                sheet.write_number(line, column, float(cell))
    sheet.freeze_panes(1, 0)
    book.close()
    return content.getvalue()


def _held(text: str) -> str:
    """A text as a cell can hold it: its end, and half surrogate pairs, are marked as missing."""
    whole = text.encode("utf-8", "replace").decode()
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"


def _write(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    try:
        try:
            new.write_bytes(content)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise StorageFailed(
            f"{path.name} can't be saved: {error.strerror or error}.",
            "Close it in other programs, see that the disk is not full, or choose another folder.",
        ) from error
