"""One product's facts for its panel, from what lies on this computer.

Everything here is called on the engine's thread.
"""

from app.controller.desk import Desk
from app.domain.assessing import Assessment, assess_only_online
from app.domain.planning import assess_one
from app.facts.making_product import Surroundings, make_product
from app.facts.product import ProductFacts
from app.facts.product_words import ProductWords
from app.facts.rows import Row
from app.facts.stock_stories import Premises


def product_facts(desk: Desk, row: Row) -> ProductFacts:
    """Everything the panel shows of a row. Raises `StorageFailed`."""
    found = _assessed(desk, row)
    if found is None:
        return ProductFacts(row, "", (), (), (), (), (), (), read_at=int(desk.read_at))
    mirror, place = desk.session.mirror, desk.place
    product, there = found.product, found.there
    members = product.members if product is not None else ()
    raw_pos = mirror.raw_pos(product.head.id) if product is not None else None
    raw_online = mirror.raw_ecom(there.id) if there is not None else None
    around = Surroundings(
        words=ProductWords(
            mirror.text, {category.id: category for category in desk.state.ecom_categories}
        ),
        premises=_premises(desk),
        pos=place.pos_extras(raw_pos or b""),
        stock_rows={record.id: mirror.stock_rows(record.id) for record in members},
        online=place.ecom_extras(raw_online or b""),
        variation_pictures=place.variation_pictures(raw_online or b""),
        history=desk.session.journal.of_product(found.key) if found.key else (),
        pos_page=place.pos_page(product.head.id) if product is not None else "",
        read_at=int(desk.read_at),
    )
    return make_product(found, row, desk.world.situation, around)


def _assessed(desk: Desk, row: Row) -> Assessment | None:
    """The pair as it stands, with what only a look at all pairs can tell (RULES M18).

    None when it stands on neither side any more.
    """
    if row.id.startswith("ecom:"):
        there = desk.state.online.get(row.ecom_id)
        return None if there is None else assess_only_online(there)
    found = assess_one(row.id, desk.world.catalogue, desk.world.situation)
    if found is None:
        return None
    if row.status != "needs attention" or found.blocked or desk.plan is None:
        return found
    known = (one for one in desk.plan.assessments if one.key == row.id and one.blocked)
    return next(known, found)


def _premises(desk: Desk) -> Premises:
    register = desk.choices.register
    orders = next((one.outlet_id for one in desk.state.registers if one.id == register), "")
    return Premises(desk.state.outlets, orders, desk.session.mirror.holds())
