"""How wide columns are made for the few words that they say."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.ui import theme, values
from app.ui.language import LANGUAGES, speak
from app.ui.pictures import Pictures
from app.ui.style import CounterpartStyle
from app.ui.tables.longest import Longest
from app.ui.tables.look import PADDING, TableLook


@pytest.fixture(params=LANGUAGES)
def spoken(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QApplication]:
    """The application in each language; English and the usual size again afterwards."""
    before = QLocale()
    qapp.setStyle(CounterpartStyle())
    speak(qapp, request.param, QLocale("en_GB"))
    yield qapp
    theme.set_text_scale(qapp, 100)
    speak(qapp, "en", QLocale("en_GB"))
    QLocale.setDefault(before)


@pytest.mark.parametrize("scale", [100, 115, 130, 150])
def test_what_a_side_says_is_never_cut(spoken: QApplication, scale: int) -> None:
    """Deleted, as the longest of it, has room at every size of text, bold where it wins."""
    theme.set_text_scale(spoken, scale)
    look = TableLook(Pictures(lambda *_: None))
    room = look.least_widths(Longest(), narrow=False)["active"] - 2 * PADDING
    for state in ("yes", "no", "deleted"):
        word = values.side_state(state)
        assert look.body_fitted(word, room) == word
        assert theme.font_metrics("strong").horizontalAdvance(word) <= room
