"""Every field of one pair side by side, and what becomes of it (DESIGN §4, RULES M1 to M3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.assessing import Assessment
from app.domain.comparing import State, is_blank, same, wished
from app.domain.draft import wanted_pictures
from app.domain.fields import (
    BARCODE,
    BRAND,
    CATEGORY,
    DESCRIPTION,
    DIMENSIONS,
    IMAGES,
    MEMBER,
    NAME,
    OPTIONS,
    PRICE,
    SKU,
    STOCK,
    UNKNOWN,
    WEIGHT,
    Field,
    ecom_values,
    layout,
    pos_family,
    pos_member,
    pos_simple,
    variation_values,
)
from app.domain.pairing import MISSING, PosProduct
from app.domain.pictures import picture_steps
from app.domain.product import EcomProduct, EcomVariation, PosRecord
from app.domain.situation import Situation
from app.facts.joined_lines import RANK, together, worth_telling
from app.facts.product import FieldLine, FieldState, LineNote, StockStory, Value
from app.facts.product_words import ProductWords, pos_category, shortened
from app.facts.stock_stories import variant_name, variation_of

_ALONE = (NAME, CATEGORY, DESCRIPTION, BRAND, SKU, BARCODE, PRICE, IMAGES, WEIGHT, DIMENSIONS)
_STATES: dict[State, FieldState] = {
    "pos waits": "goes",
    "first link": "goes",
    "online edit": "put back",
    "kept": "kept",
    "conflict": "conflict",
    "unknown": "unknown",
}


def product_lines(
    found: Assessment,
    situation: Situation,
    words: ProductWords,
    stories: Sequence[StockStory] = (),
) -> tuple[FieldLine, ...]:
    """The lines of one pair: those of the product itself first, in the order of the fields."""
    product, there = found.product, found.there
    if product is None or product.deleted:
        lines = [] if there is None else list(_only_online(there, words))
    else:
        lines = _Lines(found, product, situation, words, stories).made()
    return tuple(sorted(lines, key=lambda line: (line.variant != "", _rank(line))))


def _rank(line: FieldLine) -> int:
    """Within the product by field; the variants' lines keep the order in which they were made."""
    return 0 if line.variant else RANK[line.field]


# What stands online alone


def _only_online(there: EcomProduct, words: ProductWords) -> Iterator[FieldLine]:
    values = zip(_ALONE, ecom_values(there, _ALONE), strict=True)
    for field, value in values:
        shown = words.value(field, value)
        yield FieldLine(field.name, "alone", None, shortened(None, shown)[1])
    yield FieldLine("enabled", "alone", None, there.enabled)
    if there.options:
        told = tuple(f"{one.name}: {', '.join(one.choices)}" for one in there.options)
        yield FieldLine("options", "alone", None, told)
    if not there.variations:
        stock = "unlimited" if there.unlimited else there.quantity or 0
        yield FieldLine("stock", "alone", None, stock)


# Pairs, and what stands in the POS alone


@dataclass(frozen=True, slots=True)
class _Unit:
    """One record with both sides' values; `ecom` is None where it isn't online."""

    fields: tuple[Field, ...]
    pos: tuple[object, ...]
    ecom: tuple[object, ...] | None
    record: PosRecord
    variant: str = ""
    name: str = ""


class _Lines:
    """The lines of one product of the POS while they are being made."""

    def __init__(
        self,
        found: Assessment,
        product: PosProduct,
        situation: Situation,
        words: ProductWords,
        stories: Sequence[StockStory],
    ) -> None:
        self._found = found
        self._product = product
        self._situation = situation
        self._words = words
        self._stories = {story.variant: story for story in stories}
        self._verdicts = {(v.pos_id, v.field.name): v for v in found.verdicts}
        self._compared = found.visible and found.status != "needs attention"

    def made(self) -> list[FieldLine]:
        lines = list(self._unit_lines(self._whole()))
        lines.append(self._enabled())
        if not self._product.is_family:
            return [*lines, self._stock(self._product.head, "")]
        return self._with_variants(lines)

    # The product as a whole

    def _whole(self) -> _Unit:
        product, there, terms = self._product, self._found.there, self._situation.terms
        fields = layout(family=product.is_family)
        if product.is_family:
            pos = pos_family(product.head, product.members, terms)
        else:
            pos = pos_simple(product.head, terms)
        ecom = None if there is None else ecom_values(there, fields)
        return _Unit(fields, pos, ecom, product.head)

    def _enabled(self) -> FieldLine:
        found, there = self._found, self._found.there
        wanted, shown = found.visible, None if there is None else there.enabled
        if there is None:
            state = self._state_alone()
        elif any(name == "enabled" for name, _ in there.problems):
            state = "unknown"
        elif wanted == shown:
            state = "same"
        else:
            state = "frozen" if found.enabled is None or found.blocked else "goes"
        return FieldLine(
            "enabled", state, wanted, shown, note=self._why_unseen(), equal=wanted == shown
        )

    def _why_unseen(self) -> LineNote:
        found = self._found
        if found.visible:
            return ""
        if found.sell_online:
            return "inactive"
        return "kept off" if found.flag == "off" else "off in POS"

    # Variants

    def _with_variants(self, whole: list[FieldLine]) -> list[FieldLine]:
        """Family-wide lines, then of each variant what is not the same in all of them."""
        members = list(self._product.members)
        each = [list(self._member(record)) for record in members]
        loose, alike = together(
            [line for lines in each for line in lines],
            len(members),
            everything=self._found.there is None,
        )
        told = {line.field for line in alike}
        kept = [
            replace(line, note="lowest") if line.field == "price" else line
            for line in whole
            if line.field != "price" or worth_telling(line, told)
        ]
        told = {line.field for line in kept}
        alike = [line for line in alike if line.field not in told]
        return [*kept, *alike, *loose, *self._leaving()]

    def _member(self, record: PosRecord) -> Iterator[FieldLine]:
        there, terms = self._found.there, self._situation.terms
        name = variant_name(record)
        variation = variation_of(record, self._found)
        pos = pos_member(record, terms)
        stays_out = there is None and self._found.visible and not record.active
        if stays_out or (there is not None and variation is None):
            yield self._unmade(record, name)
            return
        ecom = None
        if there is not None and variation is not None:
            ecom = variation_values(variation, there)
        yield from self._unit_lines(_Unit(MEMBER, pos, ecom, record, record.id, name))
        yield self._stock(record, name)

    def _unmade(self, record: PosRecord, name: str) -> FieldLine:
        """A variant that isn't online."""
        state: FieldState = "alone"
        note: LineNote = "inactive" if not record.active else "no SKU"
        if record in self._found.missing or (record.active and record.sku):
            state, note = ("goes" if self._compared else "frozen"), "new variant"
        pos = self._words.value(OPTIONS, record.options)
        return FieldLine("options", state, pos, None, record.id, name, note=note)

    def _leaving(self) -> Iterator[FieldLine]:
        """Variations whose variant is gone, and those that stand online alone."""
        found, there = self._found, self._found.there
        if there is None or found.link is None:
            return
        surplus = {variation_id: pos_id for pos_id, variation_id in found.surplus}
        linked = set(found.link.variations.values())
        for one in there.variations:
            if one.id in surplus:
                state: FieldState = "frozen" if found.blocked else "goes"
                yield self._variation(one, surplus[one.id], state, "removed variant")
            elif one.id not in linked:
                yield self._variation(one, f"ecom:{there.id}/{one.id}", "alone", "only online")

    def _variation(
        self, one: EcomVariation, variant: str, state: FieldState, note: LineNote
    ) -> FieldLine:
        name = ", ".join(value for _, value in one.options)
        told = self._words.value(OPTIONS, one.options)
        return FieldLine("options", state, None, told, variant, name, note=note)

    # Fields

    def _unit_lines(self, unit: _Unit) -> Iterator[FieldLine]:
        ecom = unit.ecom if unit.ecom is not None else (None,) * len(unit.fields)
        for field, pos, online in zip(unit.fields, unit.pos, ecom, strict=True):
            if unit.ecom is None:
                yield self._told(unit, field, pos, None, (self._alone(field, pos), ""))
                continue
            yield self._told(unit, field, pos, online, self._state(unit, field, pos, online))

    def _told(
        self,
        unit: _Unit,
        field: Field,
        pos: object,
        online: object,
        state: tuple[FieldState, LineNote],
    ) -> FieldLine:
        here, there = self._values(unit, field, pos, online)
        verdict, note = state
        if verdict in ("goes", "put back", "conflict") and unit.ecom is not None:
            note = _look_alike(field, here, there) or note
        return FieldLine(
            field.name,
            verdict,
            here,
            there,
            unit.variant,
            unit.name,
            self._keepable(field, verdict),
            note,
            unit.ecom is not None and self._equal(unit, field, pos, online),
        )

    def _values(
        self, unit: _Unit, field: Field, pos: object, online: object
    ) -> tuple[Value, Value]:
        if field is CATEGORY:
            return pos_category(unit.record.category), self._words.paths(online)
        return shortened(self._words.value(field, pos), self._words.value(field, online))

    def _state(
        self, unit: _Unit, field: Field, pos: object, online: object
    ) -> tuple[FieldState, LineNote]:
        if field.name in self._situation.off:
            return "off", ""
        if not self._compared:
            return "frozen", ""
        verdict = self._verdicts.get((unit.variant, field.name))
        if verdict is not None:
            return _STATES[verdict.state], self._note(field, verdict.state)
        if online is UNKNOWN:
            there = self._found.there
            unshipped = field is WEIGHT and there is not None and not there.shipping_required
            return "unknown", "not shipped" if unshipped else "unreadable"
        return self._settled(unit, field, pos, online)

    def _settled(
        self, unit: _Unit, field: Field, pos: object, online: object
    ) -> tuple[FieldState, LineNote]:
        """What neither side has changed: the same, or agreed though it differs (RULES M1)."""
        if self._equal(unit, field, pos, online):
            more = field is CATEGORY and isinstance(online, tuple) and len(online) > 1
            return "same", "also online" if more else ""
        if is_blank(pos):
            return "blank", ""
        if self._situation.rules.kept_at_first_link(field.name):
            return "kept", "first link"
        return "agreed", ""

    def _note(self, field: Field, state: State) -> LineNote:
        if state == "first link":
            return "first link"
        by_setting = state == "kept" and self._situation.rules.keeps(field.name)
        return "settings" if by_setting and field.keepable else ""

    def _keepable(self, field: Field, state: FieldState) -> bool:
        if not field.keepable:
            return False
        if state == "put back":
            return True
        chosen = self._situation.choices.keeps(self._found.key, field.name)
        return state == "kept" and chosen and not self._situation.rules.keeps(field.name)

    def _equal(self, unit: _Unit, field: Field, pos: object, online: object) -> bool:
        if pos is UNKNOWN or online is UNKNOWN:
            return False
        if is_blank(pos) or is_blank(online):
            return is_blank(pos) and is_blank(online)
        if field is CATEGORY:
            return isinstance(online, tuple) and pos in online
        if field is IMAGES:
            return self._same_pictures(unit)
        return same(field, wished(field, pos, MISSING, online), online, first=True)

    def _same_pictures(self, unit: _Unit) -> bool:
        """Pictures can't be compared across the sides; our own uploads can be told apart (M9)."""
        there, link = self._found.there, self._found.link
        if there is None or link is None:
            return False
        if unit.variant:
            return link.ours and (unit.variant, "images") not in self._verdicts
        return not picture_steps(
            there, link.pictures, wanted_pictures(unit.record, self._situation)
        )

    # Alone, and stock

    def _state_alone(self) -> FieldState:
        found = self._found
        return "goes" if found.visible and not found.blocked else "alone"

    def _alone(self, field: Field, pos: object) -> FieldState:
        if field.name in self._situation.off and field.name != "name":
            return "off"
        return "unknown" if pos is UNKNOWN else self._state_alone()

    def _stock(self, record: PosRecord, name: str) -> FieldLine:
        story = self._stories[record.id]
        pos: Value = "unknown" if story.should is None else story.should
        state, note = self._stock_state(story)
        return FieldLine(
            STOCK.name,
            state,
            pos,
            story.shows,
            record.id if name else "",
            name,
            note=note,
            equal=story.should is not None and story.should == story.shows,
        )

    def _stock_state(self, story: StockStory) -> tuple[FieldState, LineNote]:
        there = self._found.there
        if "stock" in self._situation.off:
            return "off", ""
        if there is not None and not self._compared:
            return "frozen", ""
        if there is not None and any(name == "stock" for name, _ in there.problems):
            return "unknown", "unreadable"
        if story.should is None:
            return "unknown", ""
        if there is None:
            return self._state_alone(), ""
        return ("goes", "") if story.goes else ("same", "orders" if story.taken else "")


def _look_alike(field: Field, pos: Value, online: Value) -> LineNote:
    """What tells two values apart that look the same."""
    if pos != online:
        return ""
    if field is DESCRIPTION:
        return "formatting"
    return "other pictures" if field is IMAGES else ""
