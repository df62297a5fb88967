"""What the guard's questions, the first sync and a store that is only checked say."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from PySide6.QtCore import QLocale

from app.domain.guard import ReasonKind
from app.facts.preview import FirstLink, GuardReason, PlanLine
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.wording import plural, tr
from app.ui.wording_catalogue import field_word
from app.ui.wording_preview import line_name

EXAMPLES = 3

_HALF = Decimal("0.5")
_TIMES = 100
_NEAR = 0.02
_MOST = 0.6
"""So large a part of the moves must look alike before anything is guessed from them."""


# The question


def guard_title(reason: GuardReason, limit: Decimal) -> str:
    """How many, in bold; `limit` is from what share on a price move stands out."""
    count = reason.count
    if reason.kind == "price":
        if limit == _HALF:
            return plural("%n {price|prices} would move by more than half", count)
        words = plural("%n {price|prices} would move by more than {share}", count)
        return words.format(share=values.percent(float(limit)))
    return {
        "delete": plural("%n {product|products} would be removed online", count),
        "hide": plural("%n {product|products} would be hidden online", count),
        "zero": plural("%n {product|products} would be sold out online", count),
        "show": plural("%n {product|products} would become visible online", count),
    }[reason.kind]


def guard_text(reason: GuardReason, lines: Iterable[PlanLine], store: StoreFacts) -> str:
    """The share of what is sold online, the first of them, and a guess at the cause."""
    sentences = []
    if reason.of:
        share = values.percent(reason.count / reason.of)
        sentences.append(tr("That is {share} of what you sell online.").format(share=share))
    examples = [_example(line, store) for line in reason.examples[:EXAMPLES]]
    if examples:
        told = QLocale().createSeparatedList(examples)
        form = tr("The first ones: {examples}.") if reason.count > 1 else tr("It is {examples}.")
        sentences.append(form.format(examples=told))
    if reason.kind == "price":
        sentences.append(_cause(lines))
    return " ".join(sentence for sentence in sentences if sentence)


def _example(line: PlanLine, store: StoreFacts) -> str:
    name, before, after = line_name(line), line.before, line.after
    form = tr("{name} {before} → {after}")
    if line.field == "price" and isinstance(before, Decimal) and isinstance(after, Decimal):
        old = values.priced(before, store.places, store.currency)
        return form.format(
            name=name, before=old, after=values.priced(after, store.places, store.currency)
        )
    if line.field == "stock" and isinstance(before, int | str) and isinstance(after, int | str):
        return form.format(name=name, before=values.stock(before), after=values.stock(after))
    return name


def _cause(lines: Iterable[PlanLine]) -> str:
    times = [_times(line) for line in lines if line.field == "price"]
    lost = sum(abs(each / _TIMES - 1) < _NEAR for each in times)
    gained = sum(abs(each * _TIMES - 1) < _NEAR for each in times)
    if times and lost >= _MOST * len(times):
        return tr("It looks like lost decimal points in the POS.")
    if times and gained >= _MOST * len(times):
        return tr("It looks like decimal points two places too far left in the POS.")
    return ""


def _times(line: PlanLine) -> float:
    before, after = line.before, line.after
    if isinstance(before, Decimal) and isinstance(after, Decimal) and before:
        return float(after / before)
    return 0.0


# The answers


def leave_out_words(count: int) -> str:
    """The safe answer."""
    return plural("Leave {this one|these %n} out", count)


def show_words(count: int) -> str:
    """To look at them first."""
    return plural("Show {it|all %n}", count)


def include_words(kind: ReasonKind) -> str:
    """The answer that sends them."""
    return {
        "price": tr("The prices are right, include them"),
        "delete": tr("They can go, include them"),
        "hide": tr("They can be hidden, include them"),
        "zero": tr("They are sold out, include them"),
        "show": tr("They can be seen, include them"),
    }[kind]


def answered_words(kind: ReasonKind, count: int, *, included: bool) -> str:
    """What was answered."""
    return (_INCLUDED if included else _LEFT_OUT)[kind](count)


_LEFT_OUT: Mapping[ReasonKind, Callable[[int], str]] = {
    "price": lambda n: plural("%n large price {move is|moves are} left out", n),
    "delete": lambda n: plural("%n {removal is|removals are} left out", n),
    "hide": lambda n: plural("%n {product stays|products stay} visible", n),
    "zero": lambda n: plural("%n sold out {product is|products are} left out", n),
    "show": lambda n: plural("%n {product stays|products stay} hidden", n),
}
_INCLUDED: Mapping[ReasonKind, Callable[[int], str]] = {
    "price": lambda n: plural("%n large price {move is|moves are} included", n),
    "delete": lambda n: plural("%n {removal is|removals are} included", n),
    "hide": lambda n: plural("%n {product is|products are} hidden", n),
    "zero": lambda n: plural("%n sold out {product is|products are} included", n),
    "show": lambda n: plural("%n {product is|products are} shown", n),
}


# The first sync


def first_link_words(link: FirstLink) -> str:
    """How many values written online one field would replace, or keeps."""
    told = (_STAYS if link.kept else _REPLACED).get(link.field)
    if told is not None:
        return told(link.count)
    if link.kept:
        words = plural("{field}: %n written online {stays|stay}", link.count)
    else:
        words = plural("{field}: %n written online would be replaced", link.count)
    return words.format(field=field_word(link.field))


_REPLACED: Mapping[str, Callable[[int], str]] = {
    "name": lambda n: plural("%n name(s) written online would be replaced", n),
    "category": lambda n: plural("%n product(s) would get the POS category as well", n),
    "description": lambda n: plural("%n description(s) written online would be replaced", n),
    "brand": lambda n: plural("%n brand(s) written online would be replaced", n),
    "barcode": lambda n: plural("%n barcode(s) written online would be replaced", n),
    "price": lambda n: plural("%n price(s) set online would be replaced", n),
    "images": lambda n: plural("The pictures of %n product(s) would be replaced", n),
    "weight": lambda n: plural("%n weight(s) set online would be replaced", n),
    "dimensions": lambda n: plural("%n size(s) set online would be replaced", n),
}
_STAYS: Mapping[str, Callable[[int], str]] = {
    "name": lambda n: plural("%n {name written online stays|names written online stay}", n),
    "category": lambda n: plural("%n {product keeps its|products keep their} categories", n),
    "description": lambda n: plural(
        "%n {description written online stays|descriptions written online stay}", n
    ),
    "brand": lambda n: plural("%n {brand written online stays|brands written online stay}", n),
    "barcode": lambda n: plural(
        "%n {barcode written online stays|barcodes written online stay}", n
    ),
    "price": lambda n: plural("%n {price set online stays|prices set online stay}", n),
    "images": lambda n: plural("%n {product keeps its|products keep their} pictures", n),
    "weight": lambda n: plural("%n {weight set online stays|weights set online stay}", n),
    "dimensions": lambda n: plural("%n {size set online stays|sizes set online stay}", n),
}


def checked_text(others: str) -> str:
    """Why a store is only compared, and what to do about it (RULES M17, S19)."""
    if others == "foreign":
        return tr(
            "Keep the link that already writes to it, and use Counterpart to check. Or "
            "disconnect that link, decide how online orders reach the POS, and switch to sync."
        )
    if others == "own":
        return tr(
            "Another Counterpart made products here, or this one with records it has lost. They "
            "are linked again. Switch to sync if no other Counterpart writes to this store."
        )
    return tr("It was set to only check in Settings. Switch to sync to send changes.")
