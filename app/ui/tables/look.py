"""What all cells of a table are painted with, measured once and not for each cell."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from app.facts.rows import STATUS_ORDER, Row
from app.ui import values
from app.ui.painting import STATUSES, chip_size, elide_middle, status_word
from app.ui.pictures import Pictures
from app.ui.tables.columns import COLUMNS, Group, side_word, title
from app.ui.tables.longest import Longest
from app.ui.theme import current, font, font_metrics, scaled
from app.ui.wording_catalogue import caption, variants_words

PADDING = 10
"""Left and right of what stands in a cell."""

_LATE = 1_767_092_000.0
"""A moment in a December, with digits at their widest."""

_KEPT = 4000
"""Texts kept after they were measured."""


class TableLook:
    """Theme, type, density, and what is under the pointer. `measure` follows theme and fonts."""

    def __init__(self, pictures: Pictures) -> None:
        self.pictures = pictures
        self.compact = False
        self.narrow = False
        self.places = 2
        self.currency = ""
        self.now = 0.0
        self.edges: frozenset[int] = frozenset()
        """Columns with a line at their beginning."""
        self.hovered = -1
        """The line under the pointer."""
        self.hovered_tick = False
        self.turn = 0
        """How far the arrows of what is syncing have turned, in eighths."""
        self.syncing: set[int] = set()
        """Lines that were painted as syncing since this was emptied."""
        self._captions: dict[tuple[str, ...], str] = {}
        self._moments: dict[tuple[int, int], str] = {}
        self._fits: dict[tuple[str, int, int], Hashable] = {}
        self.measure()

    def measure(self) -> None:
        """Take over colours, type and language as they are now."""
        self.theme = current()
        self.body, self.caption = font("body"), font("caption")
        self.name, self.muted_name = font("name"), font("body")
        self.body_metrics = font_metrics("body")
        self.name_metrics, self.caption_metrics = font_metrics("name"), font_metrics("caption")
        self.chip_height = chip_size("", font_metrics("chip")).height()
        self.words: dict[str, str] = {status: status_word(status) for status in STATUS_ORDER}
        self._captions.clear()
        self._moments.clear()
        self._fits.clear()

    # Sizes

    @property
    def row_height(self) -> int:
        """44 or 28 at the usual size of text."""
        if self.compact:
            return max(28, self.name_metrics.height() + 10)
        two_names = 2 * self.name_metrics.height()
        chip = self.chip_height + 2 + self.caption_metrics.height()
        named = self.name_metrics.height() + 4 + self.caption_metrics.height()
        return max(44, two_names + 8, chip + 6, named + 8)

    def picture_side(self, *, variant: bool) -> int:
        """How large pictures are in this density."""
        if self.compact:
            return scaled(20 if not variant else 18)
        if variant:
            return scaled(24)
        return scaled(28 if self.narrow else 32)

    def least_widths(self, longest: Longest, *, narrow: bool) -> dict[str, int]:
        """What the titles and the longest texts take, by column."""
        column, strong = font_metrics("column"), font_metrics("strong")
        texts = longest.narrow if narrow else longest.wide
        among = longest.among_narrow if narrow else longest.among_wide
        found = {
            each.key: 2 * PADDING
            + max(
                column.horizontalAdvance(title(each.key, self.currency)),
                strong.horizontalAdvance(texts.get(each.key, "")),
                strong.horizontalAdvance(among.get(each.key, "")),
            )
            for each in COLUMNS
        }
        for key, words in self._fixed_words().items():
            # A side's value that wins is bold; advances are rounded, eliding is not.
            metrics = self.body_metrics if key == "synced" else strong
            widest = max(metrics.horizontalAdvance(word) for word in words) + 1
            found[key] = max(found[key], widest + 2 * PADDING)
        reasons = map(self.caption_metrics.horizontalAdvance, longest.captions)
        reason = max(reasons, default=0)
        found["status"] = max(found["status"], self._widest_status() + 2 * PADDING)
        found["status"] = max(found["status"], reason + 2 * PADDING)
        bands: tuple[tuple[Group, str], ...] = (("pos", "pos_price"), ("online", "online_price"))
        for group, key in bands:
            band = font_metrics("chip").horizontalAdvance(side_word(group))
            found[key] = max(found[key], band + PADDING + 4)
        found["sell"] -= 4
        found["product"] = scaled(150 if narrow else 200)
        return found

    def _fixed_words(self) -> dict[str, list[str]]:
        """Words of columns that say one of few things, at their longest."""
        return {
            "active": [values.side_state(state) for state in ("yes", "no", "deleted")],
            "shown": [values.side_state(state) for state in ("yes", "no")],
            "synced": [
                values.moment(_LATE, _LATE + 3600),
                values.day(_LATE, _LATE + 40_000_000),
            ],
        }

    def chip_width(self, status: str, *, kept: bool = False) -> int:
        """How wide the chip of a status is; an edit that is kept does not flow."""
        form = STATUSES[status].form
        form = "resting" if kept and form == "flowing" else form
        return chip_size(self.words[status], font_metrics("chip"), form=form).width()

    def _widest_status(self) -> int:
        return max(self.chip_width(status) for status in STATUS_ORDER)

    # Texts

    def why(self, row: Row) -> str:
        """The caption under a status."""
        if not row.why:
            return ""
        found = self._captions.get(row.why)
        if found is None:
            found = self._captions[row.why] = caption(row)
            self._bound()
        return found

    def moment(self, at: int) -> str:
        """When a row was synced."""
        key = (at, int(self.now) // 60)
        found = self._moments.get(key)
        if found is None:
            found = self._moments[key] = values.moment(at, self.now)
            self._bound()
        return found

    def name_fitted(self, text: str, width: int) -> str:
        """A name on one line, shortened in its middle."""
        return self._fitted(text, self.name_metrics, width, Qt.TextElideMode.ElideMiddle)

    def body_fitted(self, text: str, width: int) -> str:
        """A text on one line, shortened at its end."""
        return self._fitted(text, self.body_metrics, width, Qt.TextElideMode.ElideRight)

    def caption_fitted(self, text: str, width: int) -> str:
        """A caption on one line, shortened at its end."""
        return self._fitted(text, self.caption_metrics, width, Qt.TextElideMode.ElideRight)

    def _fitted(self, text: str, metrics: QFontMetrics, width: int, mode: Qt.TextElideMode) -> str:
        key = (text, width, id(metrics))
        found = self._fits.get(key)
        if not isinstance(found, str):
            found = self._fits[key] = metrics.elidedText(text, mode, width)
            self._bound()
        return found

    def two_lines(self, text: str, width: int) -> tuple[str, str]:
        """A name on at most two lines, broken between words, the second shortened."""
        key = (text, width, 2)
        found = self._fits.get(key)
        if not isinstance(found, tuple):
            found = self._fits[key] = _broken(text, self.name_metrics, width)
            self._bound()
        return found[0], found[1]

    def below_name(self, row: Row, width: int) -> str:
        """What stands under a name: SKU, and the variants of a family; a long SKU gives way."""
        variants = variants_words(row)
        if not variants:
            return self.caption_fitted(row.sku, width)
        if not row.sku:
            return self.caption_fitted(variants, width)
        rest = f" · {variants}"
        room = width - self.caption_metrics.horizontalAdvance(rest) - 1
        if room < self._least_sku():
            return self.caption_fitted(variants, width)
        sku = self._fitted(row.sku, self.caption_metrics, room, Qt.TextElideMode.ElideMiddle)
        return f"{sku}{rest}"

    def _least_sku(self) -> int:
        """A SKU that is cut to fewer letters says nothing."""
        return 5 * self.caption_metrics.averageCharWidth()

    def _bound(self) -> None:
        for kept in (self._captions, self._moments, self._fits):
            if len(kept) > _KEPT:
                kept.clear()


def _broken(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    if metrics.horizontalAdvance(text) <= width:
        return text, ""
    words = text.split()
    first = ""
    for at, word in enumerate(words):
        longer = f"{first} {word}".strip()
        if metrics.horizontalAdvance(longer) > width:
            break
        first, rest = longer, words[at + 1 :]
    if not first:
        return elide_middle(text, metrics, width), ""
    return first, elide_middle(" ".join(rest), metrics, width)
