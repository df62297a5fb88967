"""What the outlets screen says: each outlet's line, and what a choice changes."""

from decimal import ROUND_HALF_UP, Decimal

from app.domain.product import Register
from app.facts.outlets import OutletLine, OutletsEffect, OutletsFacts
from app.ui import values
from app.ui.wording import plural, tr
from app.ui.wording_activity import when

_MANY = 100


def caption(line: OutletLine, *, ticked: bool, locked: bool, now: float) -> str:
    """What there is to know of an outlet, the most important thing first."""
    if locked:
        return tr(
            "Takes the online orders, so it always counts. Pick another register to leave it out."
        )
    if ticked != line.ticked:
        if ticked:
            return tr("Will count from the next sync")
        return tr("Will no longer count from the next sync")
    if line.below_zero:
        return plural("%n product(s) {is|are} below zero here", line.below_zero)
    if not line.read_at:
        return tr("Not read yet")
    return tr("Read {time}").format(time=when(line.read_at, now))


def registers_of(line: OutletLine) -> str:
    """The registers that stand in an outlet."""
    return ", ".join(line.registers) or tr("No register")


def units(count: Decimal) -> str:
    """Pieces; fractions of so many that nobody would count them are rounded."""
    if abs(count) >= _MANY:
        return values.number(int(count.to_integral_value(ROUND_HALF_UP)))
    return values.decimal(count)


def register_name(register: Register, facts: OutletsFacts) -> str:
    """A register with its outlet."""
    outlet = next((line.name for line in facts.outlets if line.id == register.outlet_id), "")
    if not outlet:
        return register.name
    return tr("{register}, {outlet}").format(register=register.name, outlet=outlet)


def spoken_tick(line: OutletLine, *, ticked: bool, locked: bool) -> str:
    """An outlet's tick as a screen reader says it."""
    if locked:
        text = tr("{outlet}, counts, cannot be unticked")
    elif ticked:
        text = tr("{outlet}, counts")
    else:
        text = tr("{outlet}, does not count")
    return text.format(outlet=line.name)


def changed_word(added: int, removed: int, *, register: bool) -> str:
    """What of the choice is another than the kept one; "" where nothing is."""
    if register:
        if added + removed:
            return plural("Another register, %n outlet(s) changed", added + removed)
        return tr("Another register")
    if added and removed:
        text = tr("Outlets: {added} added, {removed} left out")
        return text.format(added=values.number(added), removed=values.number(removed))
    if removed:
        return plural("%n outlet(s) left out", removed)
    return plural("%n outlet(s) added", added) if added else ""


def effect_sentence(effect: OutletsEffect | None) -> str:
    """What a choice changes; None while that is being found out."""
    if effect is None:
        return tr("Working out what changes online…")
    if not effect.changed:
        return tr("No product changes stock online")
    return plural("%n product(s) {changes|change} online at the next sync", effect.changed)


def figure_words(effect: OutletsEffect) -> tuple[tuple[int, str], ...]:
    """The three figures with what they count."""
    return (
        (effect.changed, plural("{product changes|products change} stock", effect.changed)),
        (
            effect.back_in_stock,
            plural("{comes|come} back in stock", effect.back_in_stock),
        ),
        (effect.sold_out, plural("{sells|sell} out", effect.sold_out)),
    )


def uncounted_sentence(names: tuple[str, ...]) -> str:
    """Products that no ticked outlet has a figure for."""
    if len(names) == 1:
        text = tr(
            "No ticked outlet counts “{name}”. Tick one that does, or enter its stock in the POS."
        )
    else:
        text = plural(
            "No ticked outlet counts “{name}” and %n more product(s). "
            "Tick one that does, or enter their stock in the POS.",
            len(names) - 1,
        )
    return text.format(name=names[0])


def spoken_move(name: str, before: int, after: int) -> str:
    """A product's move as a screen reader says it."""
    return tr("{name}: online now {before}, then {after}").format(
        name=name, before=values.number(before), after=values.number(after)
    )
