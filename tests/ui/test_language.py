"""What the window speaks, and the numbers and dates that go with it."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app import startup
from app.storage.paths import HOME_VARIABLE
from app.ui import turning, values
from app.ui.language import KEPT_AS, locale_for, of_system, speak
from app.ui.looks import Looks
from app.ui.painting import status_word
from app.ui.screens.settings_choices import SegmentsRow
from app.ui.style import CounterpartStyle
from app.ui.widgets.segments import Segments
from app.ui.window import Window
from app.ui.wording import plural
from app.ui.wording_settings_pages import language_words
from tests.ui.desk import RecordingDesk

pytestmark = pytest.mark.window

BRITISH, GERMAN = QLocale("en_GB"), QLocale("de_DE")


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    """English again, with the numbers of whoever tests."""
    before = QLocale()
    yield
    speak(qapp, "en", BRITISH)
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("choice", "system", "spoken"),
    [
        ("system", "de_AT", "de"),
        ("system", "en_US", "en"),
        ("system", "fr_FR", "en"),
        ("system", "C", "en"),
        ("de", "en_US", "de"),
        ("en", "de_DE", "en"),
        ("tlh", "de_DE", "de"),
    ],
)
def test_the_choice_goes_before_the_system(
    choice: str, system: str, spoken: str, qapp: QApplication
) -> None:
    """“As the system”, and a choice of a later version, take the system's; else English."""
    assert speak(qapp, choice, QLocale(system)) == spoken
    assert status_word("in sync") == {"en": "In sync", "de": "Abgeglichen"}[spoken]


def test_the_systems_first_language_that_we_have_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who reads Dutch first and German second reads German."""
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["nl-NL", "de-DE", "en"])
    assert of_system(QLocale("nl_NL")) == "de"


@pytest.mark.parametrize(
    ("language", "system", "locale"),
    [
        ("de", "de_CH", "de_CH"),
        ("en", "en_US", "en_US"),
        ("en", "de_DE", "en_DE"),
        ("de", "en_GB", "de_DE"),
        ("de", "C", "de_DE"),
        ("en", "C", "en_GB"),
        ("en", "zh_CN", "en_GB"),
    ],
)
def test_numbers_and_dates_go_with_the_language(language: str, system: str, locale: str) -> None:
    """As the system writes them, but never days in one language within words in another."""
    assert locale_for(language, QLocale(system)).name() == locale  # type: ignore[arg-type]


def test_german_counts_writes_and_answers_in_german(qapp: QApplication, qtbot: QtBot) -> None:
    """One and many, groups of thousands, days, and the buttons that Qt makes by itself."""
    speak(qapp, "de", GERMAN)
    assert plural("%n product(s)", 1) == "1 Produkt"
    assert plural("%n product(s)", 1366) == "1.366 Produkte"
    assert plural("**%n change(s)** {waits|wait} for the next sync", 0).startswith("**0 Änd")
    assert values.priced(129950, 2, "EUR") == "1.299,50\u00a0€"
    assert values.day(1_747_044_000, 1_747_130_400) == "Mo., 12. Mai"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == "Abbrechen"


def test_there_is_a_way_back_to_english(qapp: QApplication) -> None:
    """Whatever was loaded is unloaded, Qt's words included."""
    speak(qapp, "de", GERMAN)
    speak(qapp, "de", GERMAN)
    assert len(qapp.findChildren(QTranslator)) == 2
    speak(qapp, "en", BRITISH)
    assert qapp.findChildren(QTranslator) == []
    assert plural("%n product(s)", 2) == "2 products"
    assert status_word("in sync") == "In sync"


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    """Where the window keeps how it looks."""
    found = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    found.setValue("appearance/animations", "off")
    return found


def test_german_and_back_by_the_settings(kept: QSettings, qapp: QApplication, qtbot: QtBot) -> None:
    """Chosen by mouse, kept, spoken from the next start on; and English the same way."""
    qapp.setStyle(CounterpartStyle())
    for chosen, title in (("de", "Language"), ("en", "Sprache"), ("system", "Language")):
        speak(qapp, str(kept.value(KEPT_AS, "system")), BRITISH)
        window = Window(RecordingDesk().wishes, kept)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.shop.show_screen("settings")
        window.shop.settings.show_group("appearance")
        segments = next(
            each
            for each in window.findChildren(Segments)
            if each.accessibleName().startswith(title)
        )
        place = segments.segment_rect(chosen).center()
        QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=place)
        assert segments.current() == chosen
        assert kept.value(KEPT_AS) == chosen
        window.leave()
        window.close()
    turning.keep_still(False)


def test_the_window_opens_in_the_language_that_was_chosen(
    kept: QSettings, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It speaks it from its first word on."""
    del qapp
    kept.setValue(KEPT_AS, "de")
    kept.sync()
    said: list[str] = []
    monkeypatch.setattr(startup, "Controller", lambda *_: Mock())

    def open_window(*_: object) -> Mock:
        said.append(status_word("in sync"))
        return Mock()

    monkeypatch.setattr(startup, "Window", open_window)
    workplaces = startup.Workplaces({HOME_VARIABLE: str(tmp_path)})
    monkeypatch.setattr(startup.Workplaces, "looks", Path(kept.fileName()))
    startup.opened(workplaces, demo=True)
    assert said == ["Abgeglichen"]


def test_a_language_that_is_none_is_not_kept_on_showing(
    kept: QSettings, qapp: QApplication
) -> None:
    """A file from elsewhere names one that this version has not."""
    del qapp
    kept.setValue(KEPT_AS, "tlh")
    assert Looks(kept).language == "system"


def test_every_language_is_called_as_its_speakers_call_it(qapp: QApplication, qtbot: QtBot) -> None:
    """Whoever can't read the window finds the way out; when it takes effect is said."""
    speak(qapp, "de", GERMAN)
    row = SegmentsRow(language_words(), "system", lambda _: None)
    qtbot.addWidget(row)
    said = [choice.word for choice in language_words().choices]
    assert said == ["Wie das System", "English", "Deutsch"]
    assert language_words().about == "Gilt, wenn Counterpart das nächste Mal geöffnet wird."
