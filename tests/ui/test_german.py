"""The window in German: every screen in every state has room for it and no English left."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.language import OWN_NAMES, speak
from app.ui.style import CounterpartStyle
from app.ui.wording_engine import engine
from tests.checkout import ROOT
from tests.ui import eyes
from tests.ui.full_shop import spoken_facts
from tests.ui.scenes import SCENES, Stage
from wording import files, ts_file

pytestmark = pytest.mark.window

SIZES = {"as it opens": (1280, 800), "smallest window": (1120, 640)}

WORD = re.compile(r"[^\W\d_]{2,}")
KEYS = re.compile(r"\b(Strg|Umschalt|Alt|Esc|F\d+|Enter|Return|Tab|Leertaste|Rechts|Links)\b")

SERVICES = (
    *("Lightspeed", ".retail.lightspeed.app", "secret_", "my.ecwid.com/#develop-apps"),
    *("inventory:read", "read_catalog", "update_catalog", "create_catalog"),
    *("read_store_profile", "read_orders", "willow", "guard.share"),
)
"""Names that the two services give, what was typed into the search, a setting by its key."""


class Walk:
    """What one way through every scene has found."""

    def __init__(self, stage: Stage) -> None:
        self.room: dict[str, str] = {}
        self.english: dict[str, str] = {}
        read = set[object]()
        for scene in SCENES:
            page = stage.play(scene)
            with eyes.watching() as painted:
                page.grab()
            seen = eyes.shown(page)
            for each in (*eyes.cut(seen), *eyes.misplaced(seen), *painted.cut):
                self.room.setdefault(each, scene.name)
            for text in (*(said for _, said in eyes.words(seen, read)), *painted.words):
                if is_english(text):
                    self.english.setdefault(text, scene.name)
        stage.clear()


@pytest.fixture(scope="module")
def walks(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Walk]]:
    """A way through every scene in German, once a size; all is English again afterwards."""
    before = QLocale()
    qapp.setStyle(CounterpartStyle())
    speak(qapp, "de", QLocale("de_DE"))
    kept = QSettings(
        str(tmp_path_factory.mktemp("german") / "window.ini"), QSettings.Format.IniFormat
    )
    kept.setValue("appearance/colours", "light")
    kept.setValue("appearance/animations", "off")
    stage = Stage(qapp, kept)
    found = {}
    for name, size in SIZES.items():
        stage.window.resize(*size)
        stage.settle()
        found[name] = Walk(stage)
    yield found
    stage.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speak(qapp, "en", QLocale("en_GB"))
    theme.apply_appearance(qapp, "light")
    QLocale.setDefault(before)


@cache
def german_words() -> frozenset[str]:
    """Every word that a translation has, and those of the locale."""
    told = ts_file.read(files.ts_path(ROOT, "de")).values()
    words = {word for one in told for form in one.forms for word in WORD.findall(form)}
    locale, kinds = QLocale("de_DE"), QLocale.FormatType
    for kind in (kinds.LongFormat, kinds.ShortFormat):
        for number in range(1, 13):
            words.update(WORD.findall(locale.monthName(number, kind)))
        for number in range(1, 8):
            words.update(WORD.findall(locale.dayName(number, kind)))
    return frozenset(words)


@cache
def facts() -> tuple[str, ...]:
    """Texts of the shop's own, longest first; sentences of the engine are none of them."""
    known = {text for text in spoken_facts() if engine(text) == text}
    known = {text.replace("&", "") for text in {*known, *SERVICES, *OWN_NAMES.values()}}
    return tuple(sorted(known, key=len, reverse=True))


@cache
def is_english(text: str) -> bool:
    """Whether a text has a word that is neither a fact's nor German."""
    pieces = re.split(r"\s*…\s*|\n", text.replace("\u200b", "").replace("&", ""))
    shortened = "…" in text
    return any(_is_foreign(piece.strip(" ,"), shortened) for piece in pieces)


def _is_foreign(piece: str, shortened: bool) -> bool:
    if any(piece in fact for fact in facts()):
        return False
    for fact in facts():
        if fact in piece:
            piece = piece.replace(fact, " ")
    unknown = set(WORD.findall(KEYS.sub(" ", piece))) - german_words()
    if shortened:  # Words are cut there.
        unknown = {each for each in unknown if not any(each in word for word in german_words())}
    return bool(unknown)


@pytest.mark.parametrize("size", SIZES)
def test_german_has_room_everywhere(size: str, walks: dict[str, Walk]) -> None:
    """No word is cut, nothing overlaps, on a small laptop and in the smallest window."""
    room = walks[size].room
    assert not room, "\n".join(f"{what} in “{where}”" for what, where in room.items())


@pytest.mark.parametrize("size", SIZES)
def test_no_english_is_left(size: str, walks: dict[str, Walk]) -> None:
    """In labels, buttons, menus, titles, cells and what readers say."""
    english = walks[size].english
    assert not english, "\n".join(f"“{text}” in “{where}”" for text, where in english.items())
