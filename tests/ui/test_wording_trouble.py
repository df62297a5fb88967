"""Every trouble has words that say what happened, which store, and what to do."""

import re
from typing import get_args

import pytest
from PySide6.QtGui import QColor

from app.domain.errors import Side
from app.facts.state import Trouble, TroubleKind
from app.ui import icons
from app.ui.theme import TOKENS
from app.ui.wording_trouble import Deed, told, trouble_words

KINDS: tuple[TroubleKind, ...] = get_args(TroubleKind)
SIDES: tuple[Side | None, ...] = ("pos", "ecom", None)
BARRED = re.compile(r"\b(please|error|invalid|successfully|ecom|scope|API)\b|[!`]", re.IGNORECASE)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.usefixtures("qapp")
def test_each_trouble_is_told_whole(kind: TroubleKind, side: Side | None) -> None:
    """Heading, sentences, an icon that exists, a tone that exists, and an answer that does it."""
    words = trouble_words(Trouble(kind, side, ""))
    assert words.title
    assert words.text.endswith(".")
    assert not BARRED.search(f"{words.title} {words.text} {words.primary} {words.secondary}")
    assert not icons.pixmap(words.icon, QColor("black"), 16, 1.0).isNull()
    assert {words.tone, f"{words.tone}_soft"} <= TOKENS
    assert words.primary or words.secondary
    assert bool(words.primary) == bool(words.primary_does)
    assert bool(words.secondary) == bool(words.secondary_does)
    assert {words.primary_does, words.secondary_does} <= set(get_args(Deed))
    assert words.banner in {"info", "attention", "danger"}


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_is_long(kind: TroubleKind) -> None:
    """A colleague would stop after twenty words."""
    for side in SIDES:
        words = trouble_words(Trouble(kind, side, ""))
        for sentence in re.split(r"[.;:] ", words.text):
            assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize(
    "kind", ["offline", "busy", "token", "scope", "listing", "not connected", "unexpected"]
)
def test_the_heading_names_the_store(kind: TroubleKind) -> None:
    """Where one store is meant, the heading says which."""
    assert "POS" in trouble_words(Trouble(kind, "pos", "")).title
    assert "online store" in trouble_words(Trouble(kind, "ecom", "")).title


def test_no_internet_is_told_without_a_store() -> None:
    """As on the plane: nothing of either store is to blame, and one answer is enough."""
    words = trouble_words(Trouble("offline", None, ""), seen="10:42")
    assert words.title == "No internet right now"
    assert "both stores as they were at 10:42." in words.text
    assert (words.primary, words.secondary, words.secondary_does) == ("", "Try now", "again")


@pytest.mark.parametrize(("count", "said"), [(1, "1 change waits"), (37, "37 changes wait")])
def test_a_refused_token_says_what_waits(count: int, said: str) -> None:
    """Nothing is lost by a token that ran out."""
    words = trouble_words(Trouble("token", "ecom", ""), waiting=count)
    assert f"Nothing was lost: {said}." in words.text
    assert words.primary_does == "connect"


def test_nothing_is_said_of_changes_when_none_wait() -> None:
    """A count of nothing is no comfort."""
    assert "Nothing was lost" not in trouble_words(Trouble("token", "pos", "")).text


@pytest.mark.parametrize(
    "kind", ["offline", "busy", "scope", "storage", "listing", "settings", "unexpected"]
)
def test_what_the_store_said_is_passed_on(kind: TroubleKind) -> None:
    """A particular reason is worth more than a general one."""
    trouble = Trouble(kind, "pos", "An import is running in the POS.", "Try again later.")
    assert "An import is running in the POS. Try again later." in trouble_words(trouble).text


@pytest.mark.parametrize("kind", KINDS)
def test_commands_for_a_terminal_are_left_out(kind: TroubleKind) -> None:
    """Who sits before a window is not sent to another."""
    trouble = Trouble(kind, "pos", "There is none.", "Run `counterpart connect`.")
    words = trouble_words(trouble)
    assert "`" not in words.text
    assert "counterpart connect" not in words.text


def test_a_trouble_without_words_gets_some() -> None:
    """What a store leaves unsaid is said in general words."""
    assert told(Trouble("busy", "pos", ""), "Wait a little.") == "Wait a little."
