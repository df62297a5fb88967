"""Every screen in every state, looked at by a careful eye: room, places, names, keys, words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import app.ui
from app.facts.state import RunFacts
from app.ui import theme
from app.ui.language import OWN_NAMES
from app.ui.style import CounterpartStyle
from app.ui.theme import DARK, LIGHT, TOKENS, Theme
from app.ui.widgets.label import ElidedLabel
from tests.ui import eyes, full_shop
from tests.ui.full_shop import opened, shop, spoken_facts
from tests.ui.pseudo import FOREIGN, PseudoTranslator
from tests.ui.scenes import SCENES, Scene, Stage, Strays

pytestmark = pytest.mark.window

USUAL, SMALLEST = (1280, 800), (1120, 640)


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is looked at."""

    size: tuple[int, int] = USUAL
    text: int = 100
    foreign: bool = False
    mirrored: bool = False
    every: int = 1
    """Each scene, or only every so manyth: sizes between two others."""


LOOKS = {
    "as it opens": Look(),
    "text at 125 %": Look(text=125, every=3),
    "text at 150 %, smallest window": Look(SMALLEST, text=150),
    "a longer language, smallest window": Look(SMALLEST, foreign=True),
    "right to left, smallest window": Look(SMALLEST, foreign=True, mirrored=True),
}
PLAIN, FOREIGN_LOOK = "as it opens", "a longer language, smallest window"


@dataclass
class Seen:
    """What was found wrong, each with the scenes where it was."""

    found: dict[str, list[str]] = field(default_factory=dict)

    def note(self, scene: Scene, findings: list[str]) -> None:
        """Something was found."""
        for each in findings:
            self.found.setdefault(each, []).append(scene.name)

    def __str__(self) -> str:
        return "\n".join(
            f"{what} in “{scenes[0]}” and {len(scenes) - 1} more"
            for what, scenes in self.found.items()
        )


@dataclass
class Walk:
    """All that one way through every scene has found."""

    room: Seen = field(default_factory=Seen)
    names: Seen = field(default_factory=Seen)
    keys: Seen = field(default_factory=Seen)
    words: Seen = field(default_factory=Seen)
    kinds: set[str] = field(default_factory=set)
    strays: list[str] = field(default_factory=list)


class House:
    """The windows that are looked at, each opened once."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._plain: Stage | None = None
        self._walks: dict[str, Walk] = {}

    @property
    def plain(self) -> Stage:
        """An English window, light, as it opens."""
        if self._plain is None:
            self._plain = self.fresh()
        self.dress(self._plain, Look())
        return self._plain

    def fresh(self) -> Stage:
        """A window that nobody has used yet."""
        count = len(list(self._folder.iterdir()))
        kept = QSettings(str(self._folder / f"{count}.ini"), QSettings.Format.IniFormat)
        kept.setValue("appearance/colours", "light")
        kept.setValue("appearance/animations", "off")
        kept.sync()
        return Stage(self._application, kept)

    def dress(self, stage: Stage, look: Look) -> None:
        """Give a window its colours, its size of text and its own size."""
        stage.window.looks.set_appearance("light")
        stage.window.looks.set_text_size(look.text)
        stage.window.resize(*look.size)
        stage.window.activateWindow()
        stage.settle()

    def walk(self, name: str) -> Walk:
        """Go through every scene once, in one look."""
        if name not in self._walks:
            look = LOOKS[name]
            self._walks[name] = self._abroad(look) if look.foreign else self._at_home(name, look)
        return self._walks[name]

    def leave(self) -> None:
        """Close what was opened."""
        if self._plain is not None:
            self._plain.leave()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _at_home(self, name: str, look: Look) -> Walk:
        stage = self.plain
        self.dress(stage, look)
        return _walked(stage, look, keys=name == PLAIN)

    def _abroad(self, look: Look) -> Walk:
        """A window that was opened in another language, as a translator's would be."""
        translator = PseudoTranslator()
        self._application.installTranslator(translator)
        before = self._application.layoutDirection()
        if look.mirrored:
            self._application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        stage = self.fresh()
        try:
            self.dress(stage, look)
            return _walked(stage, look, words=not look.mirrored)
        finally:
            stage.leave()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._application.setLayoutDirection(before)
            self._application.removeTranslator(translator)


def _walked(stage: Stage, look: Look, *, keys: bool = False, words: bool = False) -> Walk:
    walk, read = Walk(), set[object]()
    for scene in SCENES[:: look.every]:
        page = stage.play(scene)
        with eyes.watching() as painted:
            page.grab()
        seen = eyes.shown(page)
        walk.room.note(scene, [*eyes.cut(seen), *eyes.misplaced(seen), *painted.cut])
        walk.names.note(scene, eyes.nameless(seen))
        walk.kinds.update(type(each).__name__ for each in seen)
        if words:
            said = ((who, text) for who, text in eyes.words(seen, read) if untranslated(text))
            walk.words.note(scene, [f"{eyes.called(who)}: “{text}”" for who, text in said])
            walk.words.note(scene, [f"“{text}”" for text in painted.words if untranslated(text)])
        if keys:
            walk.keys.note(scene, [*eyes.lost_keyboard(page), *eyes.lost_to_tab(page)])
    stage.clear()
    walk.strays = stage.strays.met
    return walk


@pytest.fixture(scope="module")
def house(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The windows, and everything as it was when they are closed."""
    locale = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    found = House(qapp, tmp_path_factory.mktemp("house"))
    yield found
    found.leave()
    theme.set_text_scale(qapp, 100)
    theme.apply_appearance(qapp, "light")
    QLocale.setDefault(locale)


# Room, names, keys


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_and_nothing_overlaps(look: str, house: House) -> None:
    """Every word has the room it needs; every part lies within its page, beside its neighbours."""
    room = house.walk(look).room
    assert not room.found, str(room)


def test_everything_that_takes_the_keyboard_has_a_name(house: House) -> None:
    """A screen reader says where one is."""
    names = house.walk(PLAIN).names
    assert not names.found, str(names)


def test_tab_reaches_everything_and_leads_nowhere_else(house: House) -> None:
    """Round and round through all that can be used, and all of it can be seen."""
    keys = house.walk(PLAIN).keys
    assert not keys.found, str(keys)


def test_no_part_opens_as_a_window_of_its_own(house: House) -> None:
    """A part that is shown before it has a page flashes on the screen and takes the keyboard."""
    assert house.walk(PLAIN).strays == []


def test_every_part_of_the_window_was_looked_at(house: House) -> None:
    """A screen that is new has to be brought here as well."""
    own = {
        name
        for file in Path(app.ui.__file__).parent.rglob("*.py")
        for name in re.findall(
            r"^class (\w+)\((?:QWidget|QLabel|Banner|Ground|Label|QAbstractButton|QListView"
            r"|QTableView|QStackedWidget|QScrollArea|QDialog|QComboBox|Button|Form)\)",
            file.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    assert own - house.walk(PLAIN).kinds == {"Form"}, "the wizard's steps are forms of their own"


# Words


SHOP_OWN = (
    *("Lightspeed", ".retail.lightspeed.app", "secret_", "my.ecwid.com/#develop-apps"),
    *("inventory:read", "read_catalog", "update_catalog", "create_catalog"),
    *("read_store_profile", "read_orders", "willow", "guard.share"),
)
"""Names that the two services give, what was typed into the search, a setting by its key."""

LOCALE = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
    r"|\b(January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b| and |\bMB\b"
)
"""Days, months, the last “and” of a list, megabytes: the locale's own words."""

KEYS = re.compile(r"\+[A-Z]\b|\bF\d+\b|^[A-Z]$")
"""Letters on the keyboard."""


@cache
def _facts() -> tuple[str, ...]:
    """Longest first, so that no part of another one is taken for it."""
    known = {*spoken_facts(), *SHOP_OWN, *OWN_NAMES.values()}
    return tuple(sorted(known, key=len, reverse=True))


@cache
def untranslated(text: str) -> bool:
    """Whether a text says something that is neither a fact nor translated."""
    pieces = re.split(r"\s*…\s*|\n", text.replace("\u200b", ""))
    return any(_is_foreign(piece.strip(" ,")) for piece in pieces)


def _is_foreign(piece: str) -> bool:
    if not FOREIGN.search(piece) or _is_part(piece):
        return False
    left = piece
    for fact in _facts():
        if fact in left:
            left = left.replace(fact, " ")
    return FOREIGN.search(KEYS.sub(" ", LOCALE.sub(" ", left))) is not None


def _is_part(piece: str) -> bool:
    """Whether it is how a fact begins or ends, as a shortened one is shown."""
    return len(piece) > 1 and any(
        fact.startswith(piece) or fact.endswith(piece) or (piece[0].isupper() and piece in fact)
        for fact in _facts()
    )


def test_every_word_is_translated(house: House) -> None:
    """In labels, buttons, menus, titles, cells and what readers say; facts stand as they are."""
    words = house.walk(FOREIGN_LOOK).words
    assert not words.found, str(words)


@pytest.mark.parametrize("text", ["Sync now", "price", "3 changes", "Fern & Flint answers"])
def test_english_is_noticed(text: str) -> None:
    """A word that never went through a translation is told from a fact."""
    assert untranslated(text)


# A run


STILL = {
    "idle": shop(),
    "reading": shop(run=full_shop.READING),
    "sending": shop(run=full_shop.SENDING),
    "paused": shop(run=full_shop.PAUSED),
    "stopping": shop(run=full_shop.STOPPING),
    "checking": shop(run=full_shop.CHECKING),
    "ended": shop(run=full_shop.ENDED),
    "never": shop(run=RunFacts(), last=None),
}


def places(stage: Stage) -> dict[str, QRect]:
    """Where everything that stays lies in the window, the columns of the table included."""
    page = stage.window.shop
    parts: dict[str, QWidget] = {
        "top bar": page.top,
        "side list": page.catalogue.side,
        "search": page.catalogue.search,
        "tools": page.catalogue.tools,
        "table": page.catalogue.table,
        "strip": page.strip,
        "activity": page.activity,
        "product": page.product,
        **{f"tab {name}": tab for name, tab in page.top.tabs.items()},
    }
    found = {
        name: QRect(part.mapTo(stage.window, QPoint(0, 0)), part.size())
        for name, part in parts.items()
        if part.isVisible()
    }
    header = page.catalogue.table.header
    for at in range(header.count()):
        found[f"column {at}"] = QRect(header.sectionPosition(at), 0, header.sectionSize(at), 0)
    return found


@pytest.mark.parametrize("activity", [False, True], ids=["strip alone", "activity open"])
@pytest.mark.parametrize("panel", [False, True], ids=["table alone", "with a product"])
def test_nothing_moves_when_a_run_starts(panel: bool, activity: bool, house: House) -> None:
    """Bars, lists and columns keep their places, whatever the run does."""
    stage = house.plain
    before: dict[str, QRect] = {}
    for name, told in STILL.items():
        state = told.state
        if panel:
            state = opened(full_shop.DIFFERS, run=state.run, last=state.last).state
        stage.play(Scene(name, full_shop.Shop(state), lambda _: _show(stage, activity)))
        now = places(stage)
        before = before or now
        moved = [part for part, place in now.items() if before[part] != place]
        assert not moved, f"{name}: {moved}"


def test_a_plan_has_the_room_of_the_activity_panel(house: House) -> None:
    """In a low window the panel makes way for a preview, and is open again after it."""
    stage = house.plain
    page = stage.window.shop
    stage.play(Scene("activity open", shop(), lambda _: _show(stage, activity=True)))
    stage.tell(scene("preview: first sync").shop)
    stage.settle()
    assert page.preview.isVisible()
    assert not page.activity.isVisible()
    first = page.preview.notices.first
    assert page.preview.notices.viewport().height() >= first.height()
    stage.tell(shop())
    stage.settle()
    assert page.activity.isVisible()
    stage.tell(scene("preview: first sync").shop)
    page.show_activity(shown=True)
    assert page.activity.isVisible(), "opened by hand it stays"
    page.show_activity(shown=False)
    stage.tell(shop())
    assert not page.activity.isVisible()


def _show(stage: Stage, activity: bool) -> None:
    stage.window.shop.show_activity(activity)


# Colours

SOURCES = sorted(Path(app.ui.__file__).parent.rglob("*.py"))
COLOUR = re.compile(
    r"QColor\(\s*[\"'(\d]|QColor\.from|Qt\.GlobalColor|setStyleSheet|#[0-9A-Fa-f]{6}\b"
)
BESIDE = {
    "icons.py": "transparent pixmaps to begin with",
    "pictures.py": "a shade over the shop's pictures in dark, and transparent ones to begin with",
    "product_pictures.py": "the same shade",
}
"""Files where a colour may stand that is no colour of the theme, and why."""


def test_no_colour_stands_outside_the_theme() -> None:
    """The one table of colours is theme.py; no style sheets anywhere."""
    found = {
        source.name
        for source in SOURCES
        if source.name != "theme.py" and COLOUR.search(source.read_text(encoding="utf-8"))
    }
    assert found == set(BESIDE)
    assert COLOUR.search((SOURCES[0].parent / "theme.py").read_text(encoding="utf-8"))


LIVE = (
    *("wizard: POS found", "wizard: online, too little", "welcome: trouble"),
    "wizard: outlets chosen",
    *("catalogue", "catalogue: selected", "catalogue: first read", "catalogue: no hit"),
    *("product: every state", "product: family", "preview: guard", "preview: first sync"),
    *("activity: sending", "outlets: draft", "settings: fields, changed", "settings: appearance"),
    *("history: a change chosen", "undo: a sync"),
)
"""Scenes that have all grounds between them; the first two scroll where news comes in."""


def grounds(of: Theme) -> frozenset[int]:
    """Colours that large parts of the window have in a theme."""
    names = [name for name in TOKENS if name.endswith("_soft")]
    names += ["window", "sunken", "surface", "raised", "hover", "selection"]
    return frozenset(of.colour(name).rgb() for name in names)


def share(image: QImage, colours: frozenset[int]) -> float:
    """How much of an image has one of these colours."""
    fewer = image.scaledToWidth(image.width() // 2)  # Every other dot tells enough.
    plain = fewer.convertToFormat(QImage.Format.Format_RGB32)
    dots = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    return sum(dots[colour] for colour in colours) / dots.total()


def on_screen(stage: Stage) -> QImage:
    """What really stands on the screen: nothing is painted anew for it."""
    QTest.qWait(30)
    return stage.application.primaryScreen().grabWindow(stage.window.winId()).toImage()


def what_is_left(stage: Stage, of: Theme) -> float:
    """How much of the screen still has a theme's grounds, once all that paints has painted."""
    left = 1.0
    for _ in range(40):
        left = share(on_screen(stage), grounds(of))
        if left < 0.002:
            break
    return left


@pytest.mark.parametrize("name", LIVE)
def test_a_change_of_colours_reaches_everything(name: str, house: House) -> None:
    """An open window that turns dark has no light ground left, and the other way round."""
    stage = house.plain
    stage.play(scene(name))
    stage.window.repaint()
    assert share(on_screen(stage), grounds(LIGHT)) > 0.5
    stage.window.looks.set_appearance("dark")
    assert what_is_left(stage, LIGHT) < 0.002
    assert share(on_screen(stage), grounds(DARK)) > 0.5
    stage.window.looks.set_appearance("light")
    assert what_is_left(stage, DARK) < 0.002


@pytest.mark.parametrize("name", LIVE[2:])
def test_a_change_of_the_text_size_reaches_everything(name: str, house: House) -> None:
    """An open window that grows looks as one that was opened with large text."""
    stage = house.fresh()
    page = stage.play(scene(name))
    stage.window.looks.set_text_size(150)
    stage.settle()
    grown = page.grab().toImage()
    stage.leave()
    fresh = house.fresh()
    house.dress(fresh, Look(text=150))
    assert fresh.play(scene(name)).grab().toImage() == grown
    fresh.leave()


def scene(name: str) -> Scene:
    """The scene of a name."""
    return next(each for each in SCENES if each.name == name)


# The eye itself


@pytest.fixture
def bare(qtbot: QtBot) -> QWidget:
    """A page of 200×100 that lays nothing out."""
    page = QWidget()
    page.setFixedSize(200, 100)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def put(page: QWidget, widget: QWidget, *place: int) -> None:
    """Put a widget on a page."""
    widget.setParent(page)
    widget.setGeometry(QRect(*place))
    widget.show()


def test_cut_words_are_seen(bare: QWidget) -> None:
    """A label, a wrapped one, a button, a field and painted words without room."""
    put(bare, QLabel("Both sides changed the price"), 0, 0, 40, 20)
    wrapped = QLabel("Both sides changed the price")
    wrapped.setWordWrap(True)
    put(bare, wrapped, 0, 20, 80, 16)
    put(bare, QPushButton("Keep it going in the background"), 0, 40, 60, 20)
    field = QLineEdit()
    field.setPlaceholderText("Search name, SKU, barcode or brand")
    put(bare, field, 0, 60, 60, 30)
    assert len(eyes.cut(eyes.shown(bare))) == 4
    put(bare, Painting(), 100, 0, 40, 20)
    with eyes.watching() as painted:
        bare.grab()
    assert len(painted.cut) == 1
    assert painted.words == {"Both sides agree"}


class Painting(QWidget):
    """Words that are painted by hand."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Without a look at the room there is."""
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Both sides agree")


def test_what_is_whole_is_not_complained_of(bare: QWidget) -> None:
    """Words with room, and shortened ones that the tool tip has whole."""
    put(bare, QLabel("Price"), 0, 0, 100, 30)
    short = ElidedLabel("Both sides changed the price")
    put(bare, short, 0, 30, 60, 30)
    assert short.toolTip() == short.text()
    seen = eyes.shown(bare)
    assert [*eyes.cut(seen), *eyes.misplaced(seen), *eyes.nameless(seen)] == []


def test_what_lies_wrong_is_seen(bare: QWidget) -> None:
    """Outside of its page, and over its neighbour."""
    put(bare, QLabel("a"), 180, 0, 40, 20)
    put(bare, QLabel("b"), 0, 50, 40, 20)
    put(bare, QLabel("c"), 30, 60, 40, 20)
    assert [each.partition(":")[0] for each in eyes.misplaced(eyes.shown(bare))] == [
        "outside",
        "overlap",
    ]


def test_what_has_no_name_or_no_way_to_it_is_seen(bare: QWidget) -> None:
    """A button without a word, and one that a focus proxy leaps over."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    first, second = QPushButton("First"), QPushButton("Second")
    column.addWidget(first)
    column.addWidget(second)
    put(bare, QPushButton("Before"), 0, 0, 90, 25)
    put(bare, inner, 0, 25, 190, 74)
    assert eyes.lost_to_tab(bare) == []
    inner.setFocusProxy(second)
    assert eyes.lost_to_tab(bare) == [f"not by Tab: {eyes.called(first)}"]
    put(bare, QPushButton(""), 100, 0, 40, 25)
    assert len(eyes.nameless(eyes.shown(bare))) == 1


def test_a_part_shown_too_early_is_seen(qapp: QApplication, qtbot: QtBot) -> None:
    """It is a window for a moment."""
    strays = Strays()
    qapp.installEventFilter(strays)
    label = QLabel("Price")
    qtbot.addWidget(label)
    label.setVisible(True)
    qapp.removeEventFilter(strays)
    assert strays.met == ["a window of its own: QLabel"]
