"""What the catalogue says about its rows."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.domain.fields import FIELDS
from app.facts.catalogue import Filter
from app.facts.rows import ENABLED, PRICE, STOCK, Row
from app.ui import wording_catalogue as words
from tests.checkout import ROOT, project_files


@pytest.fixture(autouse=True)
def _locale(qapp: QApplication) -> Iterator[None]:
    assert qapp is not None
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def row(*why: str, **more: Any) -> Row:
    """A row with a reason."""
    given = {"active": "yes", "shown": "yes", **more}
    return Row("a", "Mug", "MUG", given.pop("status", "in sync"), why, **given)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (("fields", "price"), "Price"),
        (("fields", "price", "stock"), "Price and stock"),
        (("fields", "price", "stock", "name"), "Price and 2 more"),
        (("fields", "category", "barcode", "price"), "Price and 2 more"),
        (("fields",), ""),
        (("variants", "stock", "1"), "Stock of 1 variant"),
        (("variants", "stock", "3"), "Stock of 3 variants"),
        (("both", "price"), "Both changed the price"),
        (("both", "price", "name"), "Both changed 2 fields"),
        (("put back", "price"), "POS price is put back"),
        (("put back", "price", "name"), "POS values are put back"),
        (("kept", "name"), "Your online edit is kept"),
        (("deleted in POS",), "Deleted in POS"),
        (("removed on", "2026-06-12"), "Removed on 12 Jun"),
        (("removed on", "soon"), "Deleted in POS"),
        (("ticked",), "You ticked it"),
        (("new",), "New in POS"),
        (("kept off",), "You keep it off"),
        (("off in POS",), ""),
        (("only online",), ""),
        (("inactive",), "Inactive in POS"),
        (("hides",), "Inactive, will be hidden"),
        (("hides off",), "Off sale, will be hidden"),
        (("shows",), "Will be shown online"),
        (("text", ""), ""),
        ((), ""),
    ],
)
def test_every_reason_has_a_caption(why: tuple[str, ...], said: str) -> None:
    """Short enough to stand under a chip."""
    assert words.caption(row(*why)) == said
    assert len(said) <= words.LONGEST


def test_captions_about_fields_fit_for_every_field() -> None:
    """No field has a name that is too long for its sentences."""
    names = [field.name for field in FIELDS]
    made: list[tuple[str, ...]] = [("both", name) for name in names]
    made += [("put back", name) for name in names]
    made += [("variants", name, "12") for name in names if name not in ("enabled", "description")]
    made += [("fields", one, two) for one, two in product(("price", "name", "stock"), names)]
    too_long = {each: words.caption(row(*each)) for each in made}
    assert {k: v for k, v in too_long.items() if len(v) > words.LONGEST} == {}
    assert all(words.field_word(name)[0].isupper() for name in names)


def test_sentences_of_the_engine_are_shortened_and_told_whole_on_asking() -> None:
    """The caption is a few words, the tool tip the sentence."""
    sentence = "The picture is larger than 20 MB. Replace it in the POS."
    failed = row("text", sentence, status="failed")
    assert words.caption(failed) == "A picture is too large"
    assert words.why(failed) == sentence
    assert words.spoken_status(failed) == f"Failed: {sentence}"
    assert words.shortened("No outlet counts it.") == "No outlet counts it"
    assert words.shortened("Something that nobody thought of before happened.") == (
        "Open it to see why"
    )


def test_each_shortened_sentence_is_one_that_the_engine_says() -> None:
    """A sentence that changes there takes its caption along or fails here."""
    said = "".join(
        (ROOT / path).read_text("utf-8")
        for path in project_files()
        if path.suffix == ".py"
        and path.parts[:2] in [("app", "domain"), ("app", "sync"), ("app", "connectors")]
    )
    joined = "".join(part.strip().strip('f"') for part in said.splitlines())
    unknown = [part for part, _ in words._shorts() if part not in said and part not in joined]
    assert unknown == []
    assert all(len(short) <= words.LONGEST for _, short in words._shorts())


def test_variants_that_are_sold_are_counted() -> None:
    """Nothing for what is no family."""
    assert words.variants_words(row(family=4, sold_variants=4)) == "4 variants"
    assert words.variants_words(row(family=3, sold_variants=2)) == "2 of 3 variants sold online"
    assert words.variants_words(row(family=1)) == "1 variant"
    assert words.variants_words(row()) == ""


def test_a_filter_names_itself() -> None:
    """Statuses in their order, then category and brand."""
    wanted = Filter(frozenset({"in sync", "failed"}), "Kitchen", "Marsh")
    assert words.filter_words(wanted) == "Failed, In sync, Kitchen, Marsh"


def test_values_say_what_becomes_of_them() -> None:
    """Both sides of every mark."""
    price = {"pos_price": 5400, "pos_price_high": 5400, "online_price": 4950}
    price["online_price_high"] = 4950
    wins, kept = row(wins=PRICE, **price), row(kept=PRICE, **price)
    said = [
        words.spoken_price(each, 2, online=online)
        for each in (wins, kept, row(**price))
        for online in (False, True)
    ]
    assert said == [
        "POS price 54.00, goes online",
        "Online price 49.50, becomes 54.00",
        "POS price 54.00, does not go online",
        "Online price 49.50, stays",
        "POS price 54.00",
        "Online price 49.50",
    ]
    bad = row(bad=STOCK, pos_stock="unknown", online_stock=6)
    assert words.spoken_stock(bad, online=False) == "POS stock not known"
    assert words.spoken_stock(bad, online=True) == "Online stock 6, nothing to compare it with"
    assert words.spoken_price(row(), 2, online=False) == "POS price not known"
    assert words.spoken_price(row(active=""), 2, online=False) == "POS price not there"


def test_states_say_what_becomes_of_them() -> None:
    """What will be hidden or shown is said."""
    assert words.spoken_state(row(), online=False) == "Active in POS: Yes"
    assert words.spoken_state(row(active=""), online=False) == "Active in POS: not there"
    assert words.spoken_state(row(wins=ENABLED), online=True) == "Shown online: Yes, becomes No"


def test_ticks_say_where_they_come_from() -> None:
    """As in POS, by hand, in part, pending, or nothing to choose."""
    said = [
        words.spoken_tick(row(sell_online=True)),
        words.spoken_tick(row(sell_online=False)),
        words.spoken_tick(row(sell_online=True, flag="on")),
        words.spoken_tick(row(sell_online=False, flag="off")),
        words.spoken_tick(row(sell_online=True), part=True),
        words.spoken_tick(row(sell_online=True, flag="on", pending=True)),
        words.spoken_tick(row(active="deleted")),
    ]
    assert len(set(said)) == len(said)
    assert said[5] == "Sell online, by hand: yes, waits for the next sync"


def test_rows_say_what_kind_they_are() -> None:
    """Families, open or closed, and variants."""
    family = row(family=3)
    assert words.spoken_row(family, None, opened=True) == "family, open, 3 variants"
    assert words.spoken_row(family, None, opened=False) == "family, closed, 3 variants"
    assert words.spoken_row(row(), family, opened=False) == "variant of Mug"
    assert words.spoken_row(row(), None, opened=False) == ""
