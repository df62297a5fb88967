"""Makes the product panel's facts from one assessed pair and what else is known of it (§7.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.assessing import Assessment
from app.domain.comparing import Verdict
from app.domain.draft import wanted_pictures
from app.domain.pictures import MAIN, picture_steps
from app.domain.product import InventoryRow, PosImage, PosRecord
from app.domain.situation import Situation
from app.domain.steps import AddPicture, DeletePicture
from app.facts.extras import EcomExtras, Extra, PictureAddress, PosExtras
from app.facts.product import PastChange, ProductFacts, VariantPictures
from app.facts.product_lines import product_lines
from app.facts.product_words import ProductWords, past
from app.facts.reordering import reorder_extras
from app.facts.rows import Row
from app.facts.stock_stories import Premises, stock_stories, variant_name, variation_of

MOST_PAST = 10
"""So many past changes are told."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a product besides the pair itself.

    `stock_rows` are the POS's by record id, `variation_pictures` eCom's by variation id. `read_at`
    is when both stores were read last, UNIX seconds.
    """

    words: ProductWords
    premises: Premises = field(default_factory=Premises)
    pos: PosExtras = field(default_factory=PosExtras)
    stock_rows: Mapping[str, Sequence[InventoryRow]] = field(default_factory=dict)
    online: EcomExtras = field(default_factory=EcomExtras)
    variation_pictures: Mapping[int, PictureAddress] = field(default_factory=dict)
    history: tuple[PastChange, ...] = ()
    pos_page: str = ""
    read_at: int = 0


def make_product(
    found: Assessment, row: Row, situation: Situation, around: Surroundings
) -> ProductFacts:
    """Everything the panel shows of one pair."""
    product = found.product
    stories = stock_stories(found, situation, around.premises)
    vanishing, arriving = _picture_moves(found, situation)
    by_hand = situation.choices.links.get(found.key, 0) if product is not None else 0
    return ProductFacts(
        row=row,
        barcode=_barcode(found),
        lines=product_lines(found, situation, around.words, stories),
        stocks=stories,
        pos_pictures=around.pos.pictures,
        online_pictures=around.online.pictures,
        pos_extras=(*around.pos.extras, *_reordering(found, around)),
        online_extras=around.online.extras,
        vanishing=vanishing,
        arriving=arriving,
        variant_pictures=_variant_pictures(found, around),
        reasons=found.reasons,
        failure=_failure(row, found, situation),
        history=tuple(past(change, around.words) for change in around.history[:MOST_PAST]),
        online_page=around.online.page,
        pos_page=around.pos_page,
        linked=product is not None and found.there is not None,
        linked_by_hand=bool(by_hand) and found.there is not None and by_hand == found.there.id,
        deleted_online=found.there is None and found.key in situation.lost,
        read_at=around.read_at,
    )


def _barcode(found: Assessment) -> str:
    if found.product is not None:
        return found.product.head.barcode
    return found.there.barcode if found.there is not None else ""


def _failure(row: Row, found: Assessment, situation: Situation) -> str:
    """The last attempt's error, as a run under way tells it or as it was kept."""
    if row.status == "failed" and row.why[:1] == ("text",):
        return row.why[-1]
    return situation.failures.get(found.key, "")


def _reordering(found: Assessment, around: Surroundings) -> tuple[Extra, ...]:
    """Every variant has its own."""
    members = found.product.members if found.product is not None else ()
    told = [(variant_name(one), around.stock_rows.get(one.id, ())) for one in members]
    return reorder_extras(told, around.premises.outlets)


# Pictures


def _picture_moves(
    found: Assessment, situation: Situation
) -> tuple[frozenset[str], frozenset[str]]:
    """The online pictures that go, and the POS's that come in their place (R7)."""
    verdict = _images(found, "")
    if found.blocked or verdict is None or not verdict.write:
        return frozenset(), frozenset()
    product, there, link = found.both
    steps = picture_steps(there, link.pictures, wanted_pictures(product.head, situation))
    gone = {step.image_id for step in steps if isinstance(step, DeletePicture)}
    come = {step.image_id for step in steps if isinstance(step, AddPicture)}
    if any(isinstance(step, AddPicture) and step.place == "main" for step in steps):
        gone.add(MAIN)
    return frozenset(gone & set(there.image_ids)), frozenset(come)


def _images(found: Assessment, pos_id: str) -> Verdict | None:
    return next(
        (v for v in found.verdicts if v.pos_id == pos_id and v.field.name == "images"), None
    )


def _variant_pictures(found: Assessment, around: Surroundings) -> tuple[VariantPictures, ...]:
    """The variants that have a picture of their own on either side."""
    if found.product is None or not found.product.is_family:
        return ()
    told = (_pictures_of(record, found, around) for record in found.product.members)
    return tuple(one for one in told if one.pos or one.shown)


def _pictures_of(record: PosRecord, found: Assessment, around: Surroundings) -> VariantPictures:
    variation = variation_of(record, found)
    verdict = _images(found, record.id)
    return VariantPictures(
        record.id,
        variant_name(record),
        tuple(_address(image) for image in record.variant_images),
        around.variation_pictures.get(variation.id) if variation is not None else None,
        variation is not None and bool(variation.image_mark),
        verdict is not None and verdict.write and not found.blocked,
    )


def _address(image: PosImage) -> PictureAddress:
    return PictureAddress(image.id, image.url, image.url)
