"""English plurals when no translation is loaded."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.ui.wording import plural, tr

pytestmark = pytest.mark.window


@pytest.fixture
def british() -> Iterator[None]:
    """Numbers as in Britain, then as before."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("british")
@pytest.mark.parametrize(
    ("source", "one", "many"),
    [
        ("%n product(s)", "1 product", "2 products"),
        ("%n match(es)", "1 match", "2 matches"),
        ("%n {change waits|changes wait}", "1 change waits", "2 changes wait"),
        ("All %n sent", "All 1 sent", "All 2 sent"),
    ],
)
def test_one_is_not_many(source: str, one: str, many: str) -> None:
    """What depends on the number follows it."""
    assert plural(source, 1) == one
    assert plural(source, 2) == many


@pytest.mark.usefixtures("british")
def test_numbers_are_written_as_the_locale_does() -> None:
    """Thousands are grouped, none is many, and numbers in the words stay as they are."""
    assert plural("%n product(s)", 2908) == "2,908 products"
    assert plural("%n product(s)", 0) == "0 products"
    assert plural("1 of %n product(s)", 1) == "1 of 1 product"


def test_a_text_without_translation_is_itself() -> None:
    """The English source is the English text."""
    assert tr("In sync") == "In sync"


class German(QTranslator):
    """One text, with its two forms."""

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The form for the number."""
        if (context, source) != ("Counterpart", "%n product(s)"):
            return ""
        return "%n Artikel" if n == 1 else "%n Artikel (alle)"

    def isEmpty(self) -> bool:  # noqa: N802
        """It has something to say."""
        return False


@pytest.mark.usefixtures("british", "qapp")
def test_a_translation_brings_its_own_forms() -> None:
    """With a translator, nothing English is added to its words."""
    app = QCoreApplication.instance()
    assert app is not None
    translator = German()
    app.installTranslator(translator)
    try:
        assert plural("%n product(s)", 1) == "1 Artikel"
        assert plural("%n product(s)", 1250) == "1,250 Artikel (alle)"
    finally:
        app.removeTranslator(translator)
