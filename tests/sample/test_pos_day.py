"""Random days at the POS."""

import random

from app.sample.pos_day import PosDay
from app.sample.x_series import XSeriesStore
from tests.sample.pos import shop, talking_to, walk


def days(store: XSeriesStore, seed: int, steps: int) -> list[str]:
    """Live through so many acts and return their names."""
    day = PosDay(store, random.Random(seed))
    return [day.act() for _ in range(steps)]


def test_the_same_seed_gives_the_same_day() -> None:
    """Two shops that go through the same acts end alike."""
    one, other = shop(40), shop(40)
    assert days(one, 3, 300) == days(other, 3, 300)
    assert one.to_json() == other.to_json()


async def test_a_shop_stays_whole_through_long_days() -> None:
    """Families keep distinct options and one parent; names stay unique; everything is readable."""
    store = shop(60)
    done = days(store, 8, 3000)
    assert len(set(done)) == 34
    names: dict[str, str] = {}
    for row in store.live_products():
        assert names.setdefault(row["name"], row["family_id"]) == row["family_id"]
        members = store.family(row["id"])
        options = [tuple(o["value"] for o in one.get("variant_options", ())) for one in members]
        assert len(set(options)) == len(options)
    async with talking_to(store) as client:
        pages = await walk(client, "/2.0/products", 200, deleted="true")
        levels = await walk(client, "/2.0/inventory", 500, deleted="true")
    assert sum(map(len, pages)) == len(store.tables["products"])
    assert sum(map(len, levels)) == len(store.tables["inventory"])
    assert XSeriesStore.from_json(store.to_json()).to_json() == store.to_json()


def test_new_names_read_like_names() -> None:
    """What the staff calls something new has no number behind it, as far as words go."""
    day = PosDay(shop(40), random.Random(5))
    words = [day.new_word() for _ in range(300)]
    assert len(set(words)) == len(words)
    plain = [word for word in words if not any(letter.isdigit() for letter in word)]
    assert len(plain) > 250
    again = PosDay(day.store, random.Random(5))
    assert again.new_word() == words[0], "it was given to nothing"


def test_an_empty_shop_has_quiet_days() -> None:
    """With nothing but the system product no act does anything."""
    store = shop(0)
    before = store.version
    days(store, 1, 50)
    assert store.version == before
