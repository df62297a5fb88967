"""The rows as a model: lines, families, changes, ticks."""

from collections.abc import Collection

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.choices import Flag
from app.facts.rows import Row, altered, packed_variants
from app.ui.tables.columns import KEYS
from app.ui.tables.rows_model import LINE, RowsModel
from tests.ui.catalogued import MUG, NOW, ROWS, row

CHECK = Qt.ItemDataRole.CheckStateRole


class Chosen:
    """Notes what was ticked."""

    def __init__(self) -> None:
        self.flags: list[tuple[Collection[str], Flag]] = []

    def __call__(self, keys: Collection[str], flag: Flag) -> None:
        """A choice."""
        self.flags.append((keys, flag))


@pytest.fixture
def chosen() -> Chosen:
    """Nothing yet."""
    return Chosen()


@pytest.fixture
def model(qapp: QApplication, chosen: Chosen) -> RowsModel:
    """All rows, watched for every slip in the signals."""
    assert qapp is not None
    made = RowsModel(chosen, now=lambda: NOW)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    show(made, ROWS)
    return made


def show(model: RowsModel, rows: Collection[Row]) -> dict[str, Row]:
    """Show these rows in their order."""
    known = {each.id: each for each in rows}
    model.show_rows(known, list(known), frozenset())
    return known


def names(model: RowsModel) -> list[str]:
    """The names of all lines."""
    return [model.line(at).row.name for at in range(model.rowCount())]


def told(model: RowsModel) -> list[tuple[int, int]]:
    """Spans of lines that views are told of, from now on."""
    spans: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        spans.append((first.row(), last.row()))

    model.dataChanged.connect(note)
    return spans


def test_a_family_opens_in_place_and_closes(model: RowsModel) -> None:
    """Its variants stand below it, by names of their own."""
    at = model.place("MUG-E")
    model.set_open(at, opened=True)
    assert names(model)[at : at + 4] == ["Enamel Mug, 350 ml", "Cream", "Navy", "Sage"]
    assert model.line(at).opened
    assert model.line(at + 1).family == MUG
    assert model.line(at + 1).key == "MUG-E"
    assert model.family_at(at + 3) == at
    assert model.family_at(at) == at
    model.set_open(at, opened=True)
    assert model.rowCount() == len(ROWS) + 3
    model.set_open(at, opened=False)
    assert names(model) == [each.name for each in ROWS]


def test_nothing_else_opens(model: RowsModel) -> None:
    """Products without variants, and variants."""
    model.set_open(0, opened=True)
    model.set_open(model.place("MUG-E"), opened=True)
    model.set_open(model.place("MUG-E") + 1, opened=True)
    assert model.rowCount() == len(ROWS) + 3


def test_open_families_stay_open_over_another_order(model: RowsModel) -> None:
    """And are read anew."""
    model.set_open(model.place("MUG-E"), opened=True)
    fewer = altered(MUG, variants=packed_variants((row("Cream", "MUG-E-CR"),)))
    show(model, (fewer, ROWS[0]))
    assert names(model) == ["Enamel Mug, 350 ml", "Cream", "Wool Throw"]
    show(model, (ROWS[0],))
    show(model, (MUG,))
    assert names(model) == ["Enamel Mug, 350 ml"], "what was gone is closed when it returns"


def test_changes_are_told_within_what_is_seen_alone(model: RowsModel) -> None:
    """One span for all of them."""
    spans = told(model)
    ids = {ROWS[1].id, ROWS[3].id, ROWS[12].id}
    model.rows_changed(ids, 0, 9)
    assert spans == [(1, 3)]
    model.rows_changed({ROWS[12].id}, 0, 9)
    model.rows_changed({"somebody else"}, 0, 500)
    assert spans == [(1, 3)]
    model.rows_changed({ROWS[12].id}, 0, 500)
    assert spans == [(1, 3), (12, 12)]


def test_an_open_family_follows_its_variants(model: RowsModel) -> None:
    """Their values, and their coming and going."""
    at = model.place("MUG-E")
    model.set_open(at, opened=True)
    known = show(model, ROWS)
    known["MUG-E"] = altered(
        MUG, variants=packed_variants((row("Cream", "MUG-E-CR", pos_stock=99), row("Red", "R")))
    )
    spans = told(model)
    model.rows_changed({"MUG-E"}, 0, 20)
    assert names(model)[at : at + 4] == ["Enamel Mug, 350 ml", "Cream", "Red", "Beeswax Candle"]
    assert model.line(at + 1).row.pos_stock == 99
    assert spans
    known["MUG-E"] = altered(MUG, variants=b"")
    model.rows_changed({"MUG-E"}, 0, 20)
    assert names(model) == [each.name for each in ROWS]


def test_a_row_that_would_no_longer_pass_the_filter_is_known(model: RowsModel) -> None:
    """Unless it is being synced."""
    known = {each.id: each for each in ROWS}
    model.show_rows(known, ["APR", "POT"], frozenset({"failed", "hidden"}))
    known["APR"] = altered(known["APR"], status="in sync")
    known["POT"] = altered(known["POT"], status="syncing")
    model.rows_changed({"APR", "POT"}, 0, 5)
    assert [model.line(at).left for at in (0, 1)] == [True, False]


def test_only_ticks_can_be_ticked(model: RowsModel, chosen: Chosen) -> None:
    """What is ticked in part becomes ticked whole, whatever a click says."""
    sell, product = KEYS.index("sell"), KEYS.index("product")
    mug = model.index(model.place("MUG-E"), sell)
    assert mug.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert mug.data(CHECK) == Qt.CheckState.PartiallyChecked
    assert model.setData(mug, Qt.CheckState.PartiallyChecked, CHECK)
    assert model.setData(mug, Qt.CheckState.Unchecked, CHECK)
    assert model.setData(mug, 2, CHECK)
    assert [flag for _, flag in chosen.flags] == ["on", "off", "on"]
    gift = model.index(model.place("ecom:7"), sell)
    assert not gift.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(gift, Qt.CheckState.Checked, CHECK)
    assert not model.setData(mug.siblingAtColumn(product), Qt.CheckState.Checked, CHECK)
    assert not model.setData(mug, "x", Qt.ItemDataRole.EditRole)
    assert len(chosen.flags) == 3


def test_lines_are_found_by_name(model: RowsModel) -> None:
    """Where they are, what they show, whose they are."""
    model.set_open(model.place("MUG-E"), opened=True)
    cream = model.named("MUG-E\nMUG-E-CR")
    assert cream is not None
    assert cream.row.name == "Cream"
    assert model.named("MUG-E\nnobody") is None
    assert model.named("nobody") is None
    assert model.place("nobody") == -1
    at = model.place("MUG-E")
    assert model.product_keys([0, at, at + 1, at + 2]) == ["THR-HEA", "MUG-E"]
    assert model.product("APR").name == "Linen Apron"


def test_every_cell_answers_what_views_and_readers_ask(model: RowsModel) -> None:
    """The line itself is the same object for all cells of a row."""
    first = model.index(0, 0).data(LINE)
    assert all(model.index(0, column).data(LINE) is first for column in range(len(KEYS)))
    header = [
        model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        for at in range(len(KEYS))
    ]
    assert all(isinstance(each, str) and each for each in header)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert model.data(QModelIndex()) is None


def test_another_currency_is_told_to_all(model: RowsModel) -> None:
    """Every line reads differently."""
    spans = told(model)
    model.touch()
    assert spans == [(0, len(ROWS) - 1)]
