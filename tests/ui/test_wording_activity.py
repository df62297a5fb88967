"""How runs, their ends and the lines of their story are put into words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.facts.history import UndoFacts
from app.facts.log_lines import LogChange, LogLevel, LogLine
from app.facts.preview import PreviewFacts
from app.facts.state import AppState, LastRun, Notice, NoticeKind, RunFacts, StoreFacts
from app.ui import icons
from app.ui.theme import TOKENS
from app.ui.wording_activity import (
    counts_sentence,
    last_told,
    notice_told,
    pace_sentence,
    phase_word,
    phases_of,
    run_sentence,
    schedule_word,
    short_run_sentence,
    when,
)
from app.ui.wording_log import (
    LEVELS,
    for_the_window,
    level_word,
    line_name,
    line_sentence,
    line_text,
    line_time,
)

BARRED = re.compile(r"\b(please|error|invalid|successfully|ecom|API)\b|[!`]", re.IGNORECASE)
NOON = 1_700_049_600.0
RUN = RunFacts(
    active=True, kind="sync", started=NOON, phase="writing", done=31, checked=24, failed=1, total=58
)
LAST = LastRun(NOON, 0, "sync", 37, 0, 0, 60.0)


@pytest.fixture(autouse=True)
def _british(qapp: QApplication) -> Iterator[None]:
    """Numbers and times as in the shop, and back as it was."""
    del qapp
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


# How a run stands


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Syncing: 31 of 58 changes sent, 24 checked"),
        ({"total": 0}, "Syncing: 31 changes sent"),
        ({"paused": True}, "Paused. 26 changes wait; what was sent is safe."),
        ({"paused": True, "total": 0}, "Paused. It goes on when you say so."),
        ({"stopping": True}, "Stopping safely: what is on its way is finished first"),
        ({"phase": "checking"}, "Checking what was sent: 24 of 31"),
        ({"phase": "checking", "done": 0, "checked": 0}, "Checking what was sent"),
        ({"phase": "comparing"}, "Comparing both stores"),
        ({"phase": "reading online"}, "Reading the online store"),
        (
            {"phase": "reading online", "read": {"reading online": (1250, 2908)}},
            "Reading the online store: 1,250 of 2,908",
        ),
        (
            {"phase": "reading POS", "read": {"reading POS": (1250, 0)}},
            "Reading your POS: 1,250 products and variants",
        ),
    ],
)
def test_a_run_says_how_far_it_is(changes: dict[str, object], said: str) -> None:
    """In one sentence, with what is known and nothing else."""
    assert run_sentence(replace(RUN, **changes)) == said  # type: ignore[arg-type]


def test_the_strip_says_it_shorter() -> None:
    """There is less room."""
    assert short_run_sentence(RUN) == "Sending changes, 31 of 58"
    assert short_run_sentence(replace(RUN, paused=True)) == run_sentence(replace(RUN, paused=True))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seconds_left": None}, "Time left not known yet"),
        ({"seconds_left": 3.0}, "A few seconds left"),
        ({"seconds_left": 26.0}, "About 25\u00a0s left at the online store’s pace"),
        (
            {"waiting": ("ecom", NOON + 40)},
            "The online store asks for 40\u00a0s of patience; it goes on by itself",
        ),
        (
            {"waiting": ("pos", NOON + 2)},
            "The POS asks for 2\u00a0s of patience; it goes on by itself",
        ),
        ({"waiting": ("ecom", NOON - 1), "seconds_left": 3.0}, "A few seconds left"),
        ({"paused": True, "seconds_left": 3.0}, ""),
        ({"phase": "comparing"}, ""),
    ],
)
def test_the_time_left_is_honest(changes: dict[str, object], said: str) -> None:
    """What is not known is said to be so; a wait is told as one."""
    assert pace_sentence(replace(RUN, **changes), NOON) == said  # type: ignore[arg-type]


def test_phases_stand_in_the_order_in_which_they_happen() -> None:
    """The online store is read first; a look sends nothing."""
    words = [phase_word(phase, RUN) for phase in phases_of(RUN)]
    assert words == ["Read online store", "Read POS", "Compare", "Send changes", "Check"]
    assert len(phases_of(replace(RUN, kind="look"))) == 3
    compared = replace(RUN, read={"comparing": (2917, 2917)})
    assert phase_word("comparing", compared) == "Compare 2,917"


def test_counts_are_told_with_the_requests() -> None:
    """What was shown or hidden counts as updated."""
    counts = {"updated": 20, "shown": 4, "hidden": 2, "created": 4, "deleted": 1}
    run = replace(RUN, counts=counts, requests=(3, 41))
    assert counts_sentence(run) == (
        "Updated 26 · Created 4 · Removed 1 · Requests: POS 3, online 41"
    )
    assert counts_sentence(replace(run, kind="look")) == "Requests: POS 3, online 41"


# How the last one ended


@pytest.mark.parametrize(
    ("changes", "icon", "said"),
    [
        ({}, "check-circle", "37 changed, nothing failed, checked"),
        ({"changed": 0}, "check-circle", "nothing to change, both sides agree"),
        ({"failed": 2}, "fail", "37 changed, 2 failed"),
        ({"failed": 2, "attention": 3}, "fail", "37 changed, 2 failed, 3 need you"),
        ({"attention": 3}, "warn", "37 changed, nothing failed, 3 need you"),
        ({"exit": 3}, "warn", "nothing was sent, it waits for your answer"),
        ({"exit": 2}, "fail", "could not go on; what was sent is safe"),
    ],
)
def test_the_end_of_a_sync_is_told(changes: dict[str, object], icon: str, said: str) -> None:
    """No green mark while something failed."""
    told = last_told(replace(LAST, **changes), NOON)  # type: ignore[arg-type]
    assert told.icon == icon
    assert told.text.endswith(said)
    assert told.text.startswith("Last sync")
    assert told.colour in TOKENS


def test_a_stopped_sync_says_what_waits() -> None:
    """With how many there were, where that is known."""
    stopped = replace(LAST, exit=130, changed=31)
    assert last_told(stopped, NOON).text == (
        "Stopped after 31 changes. The rest waits for the next sync."
    )
    assert last_told(replace(stopped, planned=58), NOON).text == (
        "Stopped after 31 of 58. The rest waits for the next sync."
    )


def test_a_check_says_that_nothing_was_sent() -> None:
    """It only looked."""
    check = replace(LAST, mode="check only")
    assert last_told(check, NOON).text.endswith("nothing was sent")
    assert "58 changes wait" in last_told(replace(check, planned=58), NOON).text


def test_another_day_is_told_by_its_date() -> None:
    """A time of day says nothing of last week."""
    assert re.fullmatch(r"\d\d:\d\d", when(NOON, NOON + 60))
    assert re.fullmatch("1[56] Nov", when(NOON, NOON + 30 * 86400))


def test_the_schedule_says_when_and_why_not() -> None:
    """Next time, who started this one, or that it waits."""
    state = AppState(next_look=NOON)
    assert schedule_word(state, NOON).startswith("Next sync ")
    assert schedule_word(AppState(), NOON) == ""
    preview = PreviewFacts((), NOON)
    assert schedule_word(replace(state, preview=preview), NOON) == "Schedule waits for you"
    undoing = UndoFacts(1, NOON, (), (), 0, 0)
    assert schedule_word(replace(state, undoing=undoing), NOON) == "Schedule waits for you"
    asked = replace(state, question="close during run")
    assert schedule_word(asked, NOON) == "Schedule waits for you"
    assert schedule_word(replace(state, run=RUN), NOON).startswith("Started by you ")
    by_itself = replace(RUN, by_schedule=True)
    assert schedule_word(replace(state, run=by_itself), NOON).startswith("Started by itself ")


# Passing messages


@pytest.mark.parametrize("kind", get_args(NoticeKind))
@pytest.mark.parametrize("count", [1, 3])
def test_each_notice_has_words(kind: NoticeKind, count: int) -> None:
    """And an icon and a colour that exist."""
    told = notice_told(Notice(kind, count))
    assert told.text
    assert "%" not in told.text
    assert not BARRED.search(told.text)
    assert told.colour in TOKENS
    assert not icons.pixmap(told.icon, QColor("black"), 16, 1.0).isNull()


def test_notices_count_and_name() -> None:
    """How many products, which file, what went wrong."""
    assert notice_told(Notice("sold", 1)).text == (
        "1 product will be sold online from the next sync on"
    )
    assert notice_told(Notice("exported", text="/home/fern/out.csv")).text == "Saved as out.csv"
    assert notice_told(Notice("exported", text=r"C:\fern\out.csv")).text == "Saved as out.csv"
    assert notice_told(Notice("not saved", text="The disk is full.")).text == "The disk is full."


# Lines


def line(level: LogLevel = "done", *changes: LogChange, **more: object) -> LogLine:
    """A line about a skillet."""
    values: dict[str, object] = {"key": "k", "name": "Skillet", "sku": "SKI", "action": "update"}
    return LogLine(0, NOON, level, changes=changes, **{**values, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("level", get_args(LogLevel))
def test_each_level_has_icon_word_and_colour(level: LogLevel) -> None:
    """None of the three alone says it."""
    look = LEVELS[level]
    assert not icons.pixmap(look.icon, QColor("black"), 16, 1.0).isNull()
    assert look.colour in TOKENS
    assert level_word(level)


STORE = StoreFacts(currency="GBP", weight_unit="KILOGRAM", size_unit="CM")
PRICE: LogChange = ("price", "", Decimal("49.50"), Decimal(54))
STOCK: LogChange = ("stock", "", 1400, 11)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            line("done", PRICE, STOCK),
            "Price £49.50 → £54.00, stock 1,400 → 11, read back and right",
        ),
        (line("sending", ("stock", "Navy", 48, 55)), "Stock of Navy 48 → 55"),
        (line("sending", action="create"), "Creating it online"),
        (line("sending"), "Sending what changed"),
        (line("done", ("description", "", None, None)), "Description, read back and right"),
        (line("done", ("name", "", "Old", "New")), "Name Old → New, read back and right"),
        (line("done", ("brand", "", "Fern", None)), "Brand Fern → (blank), read back and right"),
        (line("done", ("stock", "", "unlimited", 5)), "Stock ∞ → 5, read back and right"),
        (line("done", ("enabled", "", False, True)), "Shown online, read back and right"),
        (
            line("done", ("weight", "", Decimal("0.5"), Decimal("0.75"))),
            "Weight 0.5\u00a0kg → 0.75\u00a0kg, read back and right",
        ),
        (
            line("done", ("dimensions", "", None, ("10.0000", "8.5", "9"))),
            "Size (blank) → 10 × 8.5 × 9\u00a0cm, read back and right",
        ),
        (line("done", ("images", "", 1, 2)), "Pictures 1 → 2, read back and right"),
        (
            line("done", ("images", "", None, 2), ("images", "Navy", None, 1), action="create"),
            "Created with 3 pictures, read back and right",
        ),
        (line("done", action="create"), "Created, read back and right"),
        (line("done", action="delete"), "Removed from the online store"),
        (line("done", action="hide"), "Hidden online, read back and right"),
        (line("failed", text="A picture is 24 MB."), "A picture is 24 MB."),
        (line("note", STOCK), "Stock 1,400 → 11"),
        (
            line("waited", side="ecom", seconds=2.0),
            "It asked for 2\u00a0s of patience; went on by itself",
        ),
    ],
)
def test_a_line_tells_what_was_done(told: LogLine, said: str) -> None:
    """Field by field, old and new, as a colleague would."""
    assert line_sentence(told, STORE) == said


def test_many_changes_are_counted() -> None:
    """A family of nine variants still is one line."""
    changes: list[LogChange] = [("stock", f"Size {at}", at, at + 1) for at in range(9)]
    said = line_sentence(line("done", *changes), STORE)
    assert said == (
        "Stock of Size 0 0 → 1, stock of Size 1 1 → 2, stock of Size 2 2 → 3, 6 more changes, "
        "read back and right"
    )


def test_what_is_of_use_in_a_terminal_alone_is_left_out() -> None:
    """A window has no commands."""
    assert for_the_window("Two share a SKU. `counterpart status` names them.") == (
        "Two share a SKU."
    )
    assert for_the_window("… and 3 more; `counterpart status` names them all.") == "… and 3 more"
    assert for_the_window("Nothing was sent.") == "Nothing was sent."


def test_a_line_is_about_a_product_or_a_store() -> None:
    """The name, else the SKU; a wait is a store's."""
    assert line_name(line()) == "Skillet"
    assert line_name(line(name="")) == "SKI"
    assert line_name(line("waited", side="pos")) == "POS"
    assert line_name(line("waited", side="ecom")) == "Online store"


def test_a_line_as_text_has_four_columns() -> None:
    """Time, level, product with its SKU, sentence."""
    told = line("failed", text="Too large.")
    assert line_text(told, "Skillet", "Too large.").split("\t") == [
        line_time(told),
        "Failed",
        "Skillet (SKI)",
        "Too large.",
    ]
    assert re.fullmatch(r"\d\d:\d\d:\d\d", line_time(told))
