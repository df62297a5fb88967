"""How a field looks in the product panel: by its state, and by which sides it stands on."""

from dataclasses import dataclass
from functools import lru_cache

from app.facts.product import FieldLine, FieldState
from app.facts.state import StoreFacts
from app.ui.screens.product_value import Look
from app.ui.theme import GAP_S, font, font_metrics
from app.ui.wording_fields import field_word

SIDE = 14
"""Margin of the panel's rows, left and right."""

ICON_COLUMN = 24
_LONG = 64
"""Texts of more letters are shown in one line, and opened in place."""

_NOT_ONLINE = frozenset({"new variant", "inactive", "no SKU"})
_FEW = 16
"""So many letters of a text are seen in any case."""

_WORTH = 24
"""Between shorter texts a difference is seen without being marked."""

_TEXTS = frozenset({"name", "description", "brand"})
_WIDEST = ("name", "category", "description", "brand", "barcode", "options", "enabled", "images")

ICONS: dict[FieldState, tuple[str, str]] = {
    "same": ("check-circle", "success"),
    "goes": ("arrow-right", "waiting"),
    "put back": ("arrow-right", "attention"),
    "kept": ("pencil", "attention"),
    "conflict": ("clash", "attention"),
    "unknown": ("warn", "attention"),
    "blank": ("info", "neutral"),
    "agreed": ("info", "neutral"),
    "off": ("no-sell", "neutral"),
}
"""By state: icon and colour."""

TINTS: dict[FieldState, str] = {
    "goes": "waiting_soft",
    "put back": "attention_soft",
    "conflict": "attention_soft",
}

LOOKS: dict[FieldState, tuple[Look, Look]] = {
    "goes": ("strong", "loses"),
    "put back": ("strong", "loses"),
    "conflict": ("strong", "loses"),
    "kept": ("loses", "kept"),
    "same": ("plain", "muted"),
}

INKS: dict[FieldState, str] = {
    "goes": "waiting",
    "put back": "attention",
    "conflict": "attention",
    "kept": "attention",
    "unknown": "attention",
}


SHARES = (4, 3)
"""How the two sides share the room: what stands online is often but “the same”."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How lines are shown: `plain` where no single field stands out."""

    store: StoreFacts
    check_only: bool = False
    plain: bool = False
    going: bool = False
    """Everything goes: the product is to be created."""
    absent: bool = False
    """It is not online."""


def label_column() -> int:
    """The width of the column of names, the same in all rows."""
    return _label_column(font("strong").key(), field_word("description"))


@lru_cache(maxsize=16)
def _label_column(_font: str, _language: str) -> int:
    metrics = font_metrics("strong")
    words = " ".join(field_word(name) for name in _WIDEST).split()
    return max(metrics.horizontalAdvance(word) for word in words) + GAP_S


def tint_of(line: FieldLine, *, plain: bool) -> str:
    """The ground of a line, "" for none."""
    if plain:
        return ""
    removed = line.state == "goes" and line.note == "removed variant"
    return "danger_soft" if removed else TINTS.get(line.state, "")


def ink_of(line: FieldLine, *, plain: bool) -> str:
    """The colour of the words below a line."""
    if plain:
        return "text_muted"
    removed = line.state == "goes" and line.note == "removed variant"
    return "danger" if removed else INKS.get(line.state, "text_muted")


def icon_of(line: FieldLine, showing: Showing, *, plain: bool) -> tuple[str, str]:
    """Icon and colour between the two values; "" for none."""
    if showing.going and line.state == "goes":
        return ICONS["goes"]
    if line.state == "goes" and line.note == "removed variant":
        return "bin", "danger"
    if line.state == "frozen":
        return ("check-circle", "neutral") if line.equal else ("", "")
    if plain and line.state != "off":
        return "", ""
    return ICONS.get(line.state, ("", ""))


def one_sided(line: FieldLine, showing: Showing) -> str:
    """On which side alone it stands, "" where on both or it is blank on the other."""
    if showing.absent or (line.field == "options" and line.note in _NOT_ONLINE):
        return "pos"
    alone = line.state == "alone"
    if alone and line.online is None and line.pos is not None:
        return "pos"
    if line.note in ("removed variant", "only online") or (alone and line.pos is None):
        return "online"
    return ""


def is_long(line: FieldLine) -> bool:
    """Whether a text is shown in one line, and opened in place."""
    texts = [side for side in (line.pos, line.online) if isinstance(side, str)]
    return line.field == "description" or any(len(text) > _LONG for text in texts)


def differs(line: FieldLine) -> bool:
    """Whether there are word differences to show."""
    if not (isinstance(line.pos, str) and isinstance(line.online, str)):
        return False
    long = line.field == "description" or max(len(line.pos), len(line.online)) > _WORTH
    return long and line.field in _TEXTS and line.pos != line.online


def opens(line: FieldLine) -> bool:
    """Whether there is more to read than the row shows."""
    texts = [side for side in (line.pos, line.online) if isinstance(side, str)]
    long = any(len(text) > _FEW or "\n" in text for text in texts)
    return differs(line) or (line.field == "description" and long)
