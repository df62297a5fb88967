"""What each line of a run's story says: its level, what it is about, what was done (LOOK §7)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QDateTime, QLocale, QTime

from app.facts.log_lines import LogChange, LogLevel, LogLine
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.wording import plural, tr
from app.ui.wording_engine import engine
from app.ui.wording_fields import told

_MOST_CHANGES = 4
"""So many changes of one product are told one by one; the rest are counted."""

_SENTENCE = re.compile(r"(?<=[.!?]) ")


@dataclass(frozen=True, slots=True)
class LevelLook:
    """How a level is shown; `colour` is a name in the theme."""

    icon: str
    colour: str


LEVELS: Mapping[LogLevel, LevelLook] = {
    "done": LevelLook("check-circle", "success"),
    "sending": LevelLook("sync", "waiting"),
    "waited": LevelLook("clock", "neutral"),
    "note": LevelLook("warn", "attention"),
    "failed": LevelLook("fail", "danger"),
}


def level_word(level: LogLevel) -> str:
    """The word of a level."""
    return {
        "done": tr("Done"),
        "sending": tr("Sending"),
        "waited": tr("Waited"),
        "note": tr("Note"),
        "failed": tr("Failed"),
    }[level]


def line_name(line: LogLine) -> str:
    """What a line is about: a product, or a store."""
    if line.level == "waited":
        return tr("POS") if line.side == "pos" else tr("Online store")
    return line.name or line.sku


def line_sentence(line: LogLine, store: StoreFacts) -> str:
    """What a line tells; values have the store's currency and units."""
    if line.level == "waited":
        return tr("It asked for {span} of patience; went on by itself").format(
            span=values.span(max(1.0, line.seconds))
        )
    if line.text:
        return for_the_window(engine(line.text))
    if line.level == "sending":
        return _sending_line(line, store)
    deed = _DEEDS.get(line.action, _updated)(line, store)
    if line.level == "done" and line.action != "delete":
        return tr("{what}, read back and right").format(what=deed)
    return deed


def for_the_window(text: str) -> str:
    """A sentence of the engine's without what is of use in a terminal alone."""
    kept = [part for part in _SENTENCE.split(text) if "`" not in part]
    return " ".join(kept) or text.split(";", maxsplit=1)[0].replace("`", "")


def _sending_line(line: LogLine, store: StoreFacts) -> str:
    if line.changes:
        return _changes(line.changes, store)
    return {
        "create": tr("Creating it online"),
        "delete": tr("Removing it online"),
        "hide": tr("Hiding it online"),
        "show": tr("Showing it online"),
    }.get(line.action, tr("Sending what changed"))


def _created(line: LogLine, _store: StoreFacts) -> str:
    pictures = [after for field, _, _, after in line.changes if field == "images"]
    count = sum(after for after in pictures if isinstance(after, int))
    return plural("Created with %n picture(s)", count) if count else tr("Created")


def _updated(line: LogLine, store: StoreFacts) -> str:
    return _changes(line.changes, store) or tr("Brought into step")


_DEEDS: Mapping[str, Callable[[LogLine, StoreFacts], str]] = {
    "create": _created,
    "delete": lambda _line, _store: tr("Removed from the online store"),
    "hide": lambda _line, _store: tr("Hidden online"),
    "show": lambda _line, _store: tr("Shown online"),
}


def _changes(changes: tuple[LogChange, ...], store: StoreFacts) -> str:
    words = [_change(change, store) for change in changes]
    each = list(dict.fromkeys(words))
    if len(each) > _MOST_CHANGES:
        rest = len(each) - _MOST_CHANGES + 1
        each = [*each[: _MOST_CHANGES - 1], plural("%n more change(s)", rest)]
    text = ", ".join(each)
    return text[:1].upper() + text[1:]


def _change(change: LogChange, store: StoreFacts) -> str:
    field, variant, before, after = change
    if field == "enabled":
        return tr("shown online") if after else tr("hidden online")
    word = _field(field)
    if variant:
        word = tr("{field} of {variant}").format(field=word, variant=variant)
    was, is_now = _value(field, before, store), _value(field, after, store)
    if was == is_now:  # Neither is known, or pictures were exchanged for as many others.
        return word
    return tr("{field} {before} → {after}").format(field=word, before=was, after=is_now)


def _field(name: str) -> str:
    return {
        "name": tr("name"),
        "category": tr("category"),
        "description": tr("description"),
        "brand": tr("brand"),
        "sku": tr("SKU"),
        "barcode": tr("barcode"),
        "options": tr("variants"),
        "stock": tr("stock"),
        "price": tr("price"),
        "images": tr("pictures"),
        "weight": tr("weight"),
        "dimensions": tr("size"),
    }.get(name, name)


def _value(field: str, value: object, store: StoreFacts) -> str:
    if value is None or value == "":
        return values.text_value("")
    if field == "images" and isinstance(value, int):
        return values.number(value)
    if isinstance(value, str | int | Decimal | tuple):
        return told(field, value, store)
    return str(value)


# As text


def line_time(line: LogLine) -> str:
    """The time of day of a line, with seconds."""
    return _clock(QDateTime.fromSecsSinceEpoch(int(line.at)).time())


def widest_time() -> str:
    """A time of day that takes as much room as any."""
    return _clock(QTime(22, 44, 44))


def _clock(time: QTime) -> str:
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if "ss" not in form:
        form = form.replace("mm", "mm:ss")
    return QLocale().toString(time, form).replace(" ", values.NO_BREAK)


def line_text(line: LogLine, name: str, sentence: str) -> str:
    """A line as it is copied and saved: columns with tabs between."""
    what = f"{name} ({line.sku})" if line.sku and line.sku != name else name
    return "\t".join((line_time(line), level_word(line.level), what, sentence))


def spoken_line(line: LogLine, name: str, sentence: str) -> str:
    """A line as a screen reader says it."""
    said = [level_word(line.level), name, sentence, line_time(line)]
    return ", ".join(part for part in said if part)
