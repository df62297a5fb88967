"""The engine's sentences in the window: known again by their templates, with the same values."""

import re
from collections.abc import Iterator

import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.connectors.answers import Answer, Request
from app.connectors.troubles import busy, complaint, translated, unreadable
from app.domain.errors import AnotherRun, KeyringLocked, SettingsWrong
from app.domain.fields import FIELDS
from app.domain.leftovers import Leftover
from app.domain.rules import declared
from app.facts.state import Notice
from app.facts.troubles import trouble_of
from app.storage.secrets import Tokens
from app.ui.language import speak
from app.ui.wording_activity import notice_told
from app.ui.wording_engine import engine
from app.ui.wording_forgetting import forgotten_words
from app.ui.wording_log import for_the_window
from app.ui.wording_trouble import told
from tests.checkout import ROOT
from wording import files, ts_file

GERMAN = {
    source: one.forms[0]
    for (context, source), one in ts_file.read(files.ts_path(ROOT, "de")).items()
    if context == files.ENGINE
}
REQUEST = Request("GET", "/products")
HOLE = re.compile(r"\{(\w+)\}")


@pytest.fixture(autouse=True)
def spoken(qapp: QApplication) -> Iterator[None]:
    """A German window; English again afterwards."""
    before = QLocale()
    speak(qapp, "de", QLocale("de_DE"))
    yield
    speak(qapp, "en", QLocale("en_GB"))
    QLocale.setDefault(before)


def filled(template: str) -> str:
    """A template with a value in each place, another one in each."""
    return HOLE.sub(lambda hole: f"QX-{hole[1].upper()}", template)


@pytest.mark.parametrize("template", GERMAN)
def test_every_sentence_is_known_again(template: str) -> None:
    """Whatever the engine can say is said in German, and no value is lost or moved."""
    assert engine(filled(template)) == filled(GERMAN[template])


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "The online store takes too long to answer. Try later.",
            "Der Onlineshop braucht zu lange für eine Antwort. Versuchen Sie es später.",
        ),
        (
            "The picture is larger than 20 MB. Replace it in the POS.",
            "Das Bild ist größer als 20 MB. Ersetzen Sie es im POS.",
        ),
        (
            "A picture could not be read: The picture's host has no such picture.",
            "Ein Bild ließ sich nicht lesen: Der Server des Bilds hat dieses Bild nicht.",
        ),
        (
            "Price: edited online, kept until the POS changes it",
            "Preis: online geändert, bleibt, bis das POS es ändert",
        ),
        (
            (
                "The online store kept price 3 instead of 5, no variation Red / L. The next sync "
                "tries again."
            ),
            (
                "Der Onlineshop behielt: Preis 3 statt 5, keine Variante Red / L. Der nächste "
                "Abgleich versucht es erneut."
            ),
        ),
        (
            (
                "a.csv can't be saved: No space left. Close it in other programs, see that the "
                "disk is not full, or choose another folder."
            ),
            (
                "a.csv lässt sich nicht speichern: No space left. Schließen Sie sie in anderen "
                "Programmen, sehen Sie nach freiem Speicher oder wählen Sie einen anderen Ordner."
            ),
        ),
        (
            "Dr. Bell's Tea. Fine changed since you looked; look again.",
            "Dr. Bell's Tea. Fine hat sich seit Ihrem Blick geändert; sehen Sie erneut nach.",
        ),
        (
            "Somebody else wrote this. Try later.",
            "Somebody else wrote this. Versuchen Sie es später.",
        ),
        ("Nobody of ours wrote this.", "Nobody of ours wrote this."),
        ("", ""),
    ],
)
def test_sentences_in_a_row_and_within_each_other(english: str, german: str) -> None:
    """Each is translated by itself; what nobody of ours wrote stays as it is."""
    assert engine(english) == german


def test_braces_of_a_store_are_text() -> None:
    """A name that looks like a place is put in as it is."""
    said = engine("“{sku}” has the SKU {name} as well. Change one of them.")
    assert said == "„{sku}“ hat auch die Artikelnummer {name}. Ändern Sie eine davon."


def test_a_services_own_words_stay() -> None:
    """They follow ours after a colon."""
    answer = Answer(409, REQUEST, b'{"errorMessage": "Name is too long"}')
    error = translated("ecom", answer)
    assert engine(str(error)) == "Der Onlineshop hat das abgelehnt: Name is too long"


def test_troubles_are_told_in_german() -> None:
    """As the engine raises them, both sides, remedies included; commands stay left out."""
    quiet = complaint(Answer(503, REQUEST))
    said = [
        told(trouble_of(busy("pos", 503, quiet))),
        told(trouble_of(unreadable("ecom", "stock levels"))),
        told(trouble_of(AnotherRun("command", 1_700_000_000.0))),
        told(trouble_of(KeyError("x"))),
    ]
    assert said[0] == ("Das POS ist gerade gestört (503). Wiederholen Sie es in ein paar Minuten.")
    assert said[1].startswith("Eine Antwort ergibt keinen Sinn: der Onlineshop, Bestände. ")
    assert said[2].startswith("Ein anderer Abgleich dieses Shops läuft, begonnen von einem Befehl")
    assert said[3] == (
        "Etwas Unerwartetes geschah (KeyError). Der nächste Abgleich bringt Begonnenes in Ordnung."
    )


def locked() -> KeyringLocked:
    """What is raised where the system's keyring is locked."""

    def find() -> KeyringBackend:
        raise errors.KeyringLocked

    with pytest.raises(KeyringLocked) as refused:
        Tokens(find).read("pos:willow")
    return refused.value


def test_a_locked_keyring_is_told_in_german_where_something_was_to_be_forgotten() -> None:
    """Neither the strip nor the list of what stayed leaves the engine's English in."""
    error = locked()
    notice = Notice("not forgotten", 1, text=str(error))
    assert notice_told(notice).text.startswith(
        "Nichts wurde vergessen. Der Schlüsselbund mit den Token ist gesperrt."
    )
    title, text = forgotten_words((Leftover("token", "pos:willow", error.message),) * 2)
    assert title == "Vergessen, aber 2 Sachen blieben auf diesem Computer"
    first, second = text.split("\n\n")
    assert first == second
    assert first.startswith(
        "Ein Token blieb im Schlüsselbund: Der Schlüsselbund mit den Token ist gesperrt."
    )
    assert "keyring" not in text


def test_a_settings_name_is_german_too() -> None:
    """Within the quotes of the sentence that refuses a value."""
    with pytest.raises(SettingsWrong) as refused:
        declared("history.days").read("0")
    assert engine(refused.value.message).startswith("„Tage, die der Verlauf bleibt“ muss zwischen")


def test_every_field_has_a_german_name_within_sentences() -> None:
    """The window has the words that the engine's table of fields has."""
    for field in FIELDS:
        said = engine(f"{field.label}: edited online, kept until the POS changes it")
        assert said.endswith(": online geändert, bleibt, bis das POS es ändert")
        if field.label not in ("Name", "Barcode"):
            assert not said.startswith(field.label), field.label


def test_what_is_for_a_terminal_is_left_out_in_german_as_well() -> None:
    """The sentence with the command goes, the others stay."""
    text = engine(
        "Only compared, nothing sent: store.mode is “check only”. Another integration writes to "
        "this shop. `counterpart settings store.mode sync` has it sync."
    )
    assert for_the_window(text) == (
        "Nur verglichen, nichts gesendet: Eingestellt ist „Nur prüfen“. Eine andere Anbindung "
        "schreibt in diesen Shop."
    )


def test_in_english_nothing_is_touched(qapp: QApplication) -> None:
    """The engine's own words."""
    speak(qapp, "en", QLocale("en_GB"))
    assert engine("Try later.") == "Try later."
