"""Pictures of the sample POS, and its state saved and loaded (API section 5)."""

import pytest

from app.sample import mutations_pos as acts
from app.sample.seen import Seen
from app.sample.x_series import XSeriesStore
from tests.sample.pos import NOW, family_id, read, shop, simple_id, talking_to


@pytest.mark.parametrize("moves", [True, False])
async def test_pictures(moves: bool) -> None:
    """Pictures keep their order and are drawn on demand; their change may not move the version."""
    store = shop(pictures_move_version=moves)
    product_id = family_id(store)
    store.set_images(product_id, [])
    for seed in (5, 6):
        acts.add_picture(store, product_id, seed)
    acts.reorder_pictures(store, product_id, [1, 0])
    async with talking_to(store) as client:
        before = store.product(product_id)["version"]
        acts.add_picture(store, product_id, b"\x89PNG by hand")
        assert (store.product(product_id)["version"] > before) is moves
        child = await read(client, store.family(product_id)[1]["id"])
        urls = [image["sizes"]["original"] for image in child["images"]]
        client.headers.pop("Authorization")
        files = [(await client.get(url)).content for url in urls]
        missing = await client.get("http://pos.test/cdn/products/none/original.png")
    assert len({files[0], files[1], files[2]}) == 3
    assert files[2] == b"\x89PNG by hand"
    assert missing.status_code == 404


async def test_the_picture_server_wants_no_token() -> None:
    """A token sent there is refused, and stays out of the request limit."""
    store = shop()
    image_id = acts.add_picture(store, simple_id(store), 5)
    async with talking_to(store) as client:
        url = f"http://pos.test/cdn/products/{image_id}/thumb.png"
        assert (await client.get(url)).status_code == 400
        status = await client.get(f"/2.0/product_images/{image_id}")
    assert status.json()["data"]["status"] == "uploaded"


async def test_saved_and_loaded() -> None:
    """The state comes back whole, and goes on with the same ids and versions."""
    store = shop(60)
    acts.add_picture(store, simple_id(store), b"\x89PNG by hand")
    acts.rename(store, family_id(store), "Moved Back")
    saved = store.to_json()
    loaded = XSeriesStore.from_json(saved, clock=store.clock)
    assert loaded.to_json() == saved
    assert store.clock.now() == NOW
    added = [acts.add_product(one, "Later", "LATER-1", 1.0) for one in (store, loaded)]
    assert added[0] == added[1]
    assert loaded.to_json() == store.to_json()
    parent = family_id(store)
    assert [row["id"] for row in loaded.family(parent)] == [
        row["id"] for row in store.family(parent)
    ]


async def test_the_shop_can_go_on_while_it_is_read() -> None:
    """`on_request` is called between an answer and its arrival."""
    store = shop(3)

    def sell_on(seen: Seen) -> None:
        acts.rename(store, simple_id(store), f"After {seen.path}")

    store.on_request = sell_on
    product_id = simple_id(store)
    async with talking_to(store) as client:
        before = await read(client, product_id)
        after = await read(client, product_id)
    assert before["name"] != after["name"]
