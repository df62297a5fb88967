"""The files of the translators: current, complete, compiled; and how texts are collected."""

import ast
import re
from pathlib import Path, PurePosixPath

import pytest

from bundle import folder, trimming
from bundle.systems import LINUX, MACOS, WINDOWS
from tests.checkout import ROOT
from wording import files, sentences, sources, ts_file
from wording.sources import SHARED, NotPlain, Text
from wording.ts_file import Key, Translation

KNOWN = {language: ts_file.read(files.ts_path(ROOT, language)) for language in files.LANGUAGES}
EVERY = [(language, key) for language, known in KNOWN.items() for key in known]
AGAIN = "run `python3 packaging/start.py translations`"

HOLE = re.compile(r"\{\w*\}")
CHOICE = re.compile(r"\{[^{}|]*\|[^{}|]*\}")
MNEMONIC = re.compile(r"&(?=\w)")


@pytest.fixture(scope="module")
def wanted() -> list[Text]:
    """All that is to be translated, as the sources have it."""
    return files.everything(ROOT)


# The files


@pytest.mark.parametrize("language", files.LANGUAGES)
def test_nothing_is_missing_nor_left_over(language: str, wanted: list[Text]) -> None:
    """Every text of the sources stands in the file, in its own form, and no other."""
    assert {(text.context, text.source) for text in wanted} == set(KNOWN[language]), AGAIN
    text = files.ts_path(ROOT, language).read_text("utf-8")
    assert text == ts_file.written(wanted, KNOWN[language], language), AGAIN


def test_the_engines_sentences_are_known_to_the_window() -> None:
    """The templates that the window knows them by are those of the sources."""
    kept = files.sentences_path(ROOT).read_text("utf-8").splitlines()
    assert kept == sentences.sentences(ROOT), AGAIN


@pytest.mark.parametrize("language", files.LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    """No text waits, and what is counted has a form for each number."""
    waiting = [key for key, one in KNOWN[language].items() if not one.finished]
    assert waiting == []


@pytest.mark.parametrize("language", files.LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str, tmp_path: Path) -> None:
    """The window reads the compiled file, so a checkout needs no step before it starts."""
    made = tmp_path / "made.qm"
    files.release(files.ts_path(ROOT, language), made)
    assert made.read_bytes() == files.qm_path(ROOT, language).read_bytes(), AGAIN


def wrong_in(source: str, form: str, *, last: bool) -> list[str]:
    """What a form of a translation has lost or added; `last` is the form of larger numbers."""
    bare, told = CHOICE.sub("", source), form.replace("%n", "")
    pairs = {
        "places": (sorted(HOLE.findall(bare)), sorted(HOLE.findall(form))),
        "the key of a menu": (len(MNEMONIC.findall(source)), len(MNEMONIC.findall(form))),
        "marks": ([source.count(one) for one in "`*\n\t"], [form.count(one) for one in "`*\n\t"]),
        "the end": (source[-1:] in ".?…", form[-1:] in ".?…"),
        "blanks": (source != source.strip(), form != form.strip()),
        "the number": ("%n" in source, "%n" in form) if last else (0, 0),
    }
    found = [what for what, (one, other) in pairs.items() if one != other]
    if CHOICE.search(form) or "(s)" in form or "!" in form:
        found.append("signs that no reader should see")
    if "%n" in form and re.search(r"\d.*%n", form):
        found.append("a digit before the number, which would be taken for it")
    return [*found, *(["a number written out"] if "%" in told and "%" not in source else [])]


@pytest.mark.parametrize("language", files.LANGUAGES)
def test_translations_keep_what_is_put_in(language: str) -> None:
    """Places for values, numbers, menu keys, marks and the full stop are those of the source."""
    found = {
        (source, form): wrong
        for (_, source), one in KNOWN[language].items()
        for at, form in enumerate(one.forms)
        if (wrong := wrong_in(source, form, last=at == len(one.forms) - 1))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("Saved as {file}", "Gesichert"),
        ("&File", "Datei"),
        ("%n product(s)", "Produkte"),
        ("%n {line|lines}", "%n {Zeile|Zeilen}"),
        ("Every %n min", "In 24 Stunden alle %n min"),
        ("Both sides agree.", "Beide Seiten stimmen überein"),
    ],
)
def test_a_wrong_translation_is_told(source: str, form: str) -> None:
    """The check above can fail."""
    assert wrong_in(source, form, last=True)


def test_one_thing_has_one_name_in_german() -> None:
    """Words that would name a thing of the glossary a second way."""
    others = re.compile(
        r"\bSKU\b|Synchron|Web-?shop|Online-Shop|Strichcode|Lager(?!\b)|Historie|Schlüsselring"
        r"|[“”](?!\s|$|[.,:;?)])|Fehler|ungültig|erfolgreich|\bbitte\b",
        re.IGNORECASE,
    )
    found = [
        form
        for one in KNOWN["de"].values()
        for form in one.forms
        if others.search(HOLE.sub("", form))
    ]
    assert found == []


# Installers


def test_installers_have_the_translations() -> None:
    """Ours, compiled, with the templates; and Qt's own words for each language."""
    ours = {name.as_posix() for name, _ in folder.our_files()}
    for language in files.LANGUAGES:
        assert files.qm_path(ROOT, language).relative_to(ROOT).as_posix() in ours
        assert files.ts_path(ROOT, language).relative_to(ROOT).as_posix() not in ours
        for system, place in ((LINUX, "Qt/"), (MACOS, "Qt/"), (WINDOWS, "")):
            name = f"PySide6/{place}translations/qtbase_{language}.qm"
            assert trimming.kept(PurePosixPath(name), system)
            assert not trimming.kept(PurePosixPath(name.replace("qtbase", "qt_help")), system)
    assert files.sentences_path(ROOT).relative_to(ROOT).as_posix() in ours


# Collecting


CODE = '''
class Row(QWidget):
    """A docstring is no text."""

    def show(self):
        self.tr("Open")
        tr("Shared")
        plural("%n row(s)", 3)
        tr("Old" if self.old else "New")
        other("Not for people")
'''


def test_texts_are_collected_with_their_context() -> None:
    """A widget's own texts belong to its class, all others to one context."""
    assert [(t.context, t.source, t.counted) for t in sources.texts_of(CODE, "app/ui/row.py")] == [
        ("Row", "Open", False),
        (SHARED, "Shared", False),
        (SHARED, "%n row(s)", True),
        (SHARED, "Old", False),
        (SHARED, "New", False),
    ]


@pytest.mark.parametrize("call", ["tr(words)", 'self.tr(f"{count} rows")', 'plural("a" + b, 2)'])
def test_texts_made_at_run_time_are_refused(call: str) -> None:
    """No translator could know them."""
    with pytest.raises(NotPlain, match=r"row\.py:1"):
        list(sources.texts_of(call, "app/ui/row.py"))


ENGINE = '''
"""The module's own words are no sentence."""

def refuse(sku, records, error) -> "a return type":
    """Nor are these."""
    _log.info("Only for the log file")
    if not records:
        raise SettingsWrong(f"“{records[0].name}” has the SKU {sku} as well. Change one.")
    raise ValueError("Only for programs")
    return f"{'the POS' if sku else 'the online store'} refused {sku} and {len(sku)}"
'''


def test_sentences_of_the_engine_become_templates() -> None:
    """Places are named after what stands there, each name once; parts are templates too."""
    assert list(sentences.templates_of(ast.parse(ENGINE))) == [
        "“{name}” has the SKU {sku} as well. Change one.",
        "{value} refused {sku} and {sku2}",
        "the POS",
        "the online store",
    ]


# Merging


def text(source: str, *, counted: bool = False) -> Text:
    """A text to be translated."""
    return Text("Row", source, counted, "app/ui/row.py")


def merged(
    tmp_path: Path, texts: list[Text], known: dict[Key, Translation]
) -> dict[Key, Translation]:
    """What a file holds once it was written and read again."""
    path = tmp_path / "counterpart_de.ts"
    path.write_text(ts_file.written(texts, known, "de"), "utf-8")
    return ts_file.read(path)


def test_a_translators_work_is_kept(tmp_path: Path) -> None:
    """Translation, comment and what is not finished; signs of XML are no matter."""
    known = {
        ("Row", "A < B & C"): Translation(("A < B & „C“",), comment="As in the shop"),
        ("Row", "%n row(s)"): Translation(("%n Zeile", "%n Zeilen")),
        ("Row", "Draft"): Translation(("Entwurf",), finished=False),
    }
    texts = [text("A < B & C"), text("%n row(s)", counted=True), text("Draft")]
    assert merged(tmp_path, texts, known) == known


def test_new_texts_wait_and_old_ones_go(tmp_path: Path) -> None:
    """A text that is counted from now on waits anew."""
    known = {("Row", "Old"): Translation(("Alt",)), ("Row", "Row"): Translation(("Zeile",))}
    found = merged(tmp_path, [text("New"), text("Row", counted=True)], known)
    assert found == {
        ("Row", "New"): Translation(("",), finished=False),
        ("Row", "Row"): Translation(("", ""), finished=False),
    }


def test_nothing_is_known_before_the_first_time(tmp_path: Path) -> None:
    """A language begins with a file that is not there."""
    assert ts_file.read(tmp_path / "counterpart_fr.ts") == {}
