"""Pictures of the sample online store (API 9)."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from app.sample.clock import SimulatedClock
from app.sample.e_series import ESeriesStore
from app.sample.pictures import make_picture
from tests.sample.ecom import NOW, clock_of, made, mug, read, shop, talking_to, told

PICTURES = {f"https://pictures.test/{number}.png": make_picture(number) for number in range(9)}


async def _fetch(url: str) -> bytes:
    return PICTURES[url]


async def _images(client: httpx.AsyncClient, key: int) -> list[dict[str, Any]]:
    images: list[dict[str, Any]] = (await read(client, f"/products/{key}"))["media"]["images"]
    return images


async def test_uploads_show_under_their_addresses() -> None:
    """The first gallery picture becomes the main one; each address leads to the bytes."""
    async with talking_to(shop()) as client:
        key = await mug(client)
        for number in range(3):
            answer = await client.post(f"/products/{key}/gallery", content=make_picture(number))
            assert answer.json()["id"] > 2**32
        images = await _images(client, key)
        assert [row["isMain"] for row in images] == [True, False, False]
        assert images[0]["id"] == "0"
        assert images[2]["id"] == str(answer.json()["id"])
        contents = [(await client.get(row["imageOriginalUrl"])).content for row in images]
        picture = await client.get(images[0]["image160pxUrl"], headers={"Authorization": ""})
    assert contents == [make_picture(number) for number in range(3)]
    assert picture.headers["Content-Type"] == "image/png"


async def test_a_new_main_picture_replaces_the_old_one() -> None:
    """Its address changes with it; by knob the gallery moves up behind a deleted one."""
    store = shop()
    async with talking_to(store) as client:
        key = await mug(client)
        await client.post(f"/products/{key}/image", content=make_picture(1))
        before = (await _images(client, key))[0]["imageOriginalUrl"]
        await client.post(f"/products/{key}/image", content=make_picture(2))
        (main,) = await _images(client, key)
        assert main["imageOriginalUrl"] != before
        await client.post(f"/products/{key}/gallery", content=make_picture(3))
        store.knobs = replace(store.knobs, gallery_moves_up=True)
        await client.delete(f"/products/{key}/image")
        (main,) = await _images(client, key)
        assert main["isMain"]


async def test_by_address() -> None:
    """`externalUrl` wins over the body; what can't be had is 422."""
    store = shop()
    store.fetch = _fetch
    async with talking_to(store) as client:
        key = await mug(client)
        path = f"/products/{key}/image"
        url = "https://pictures.test/4.png"
        await client.post(path, params={"externalUrl": url}, content=make_picture(5))
        (main,) = await _images(client, key)
        assert (await client.get(main["imageOriginalUrl"])).content == PICTURES[url]
        for bad in ("https://pictures.test/none.png", "nonsense"):
            answer = await client.post(path, params={"externalUrl": bad})
            assert told(answer) == (422, "WRONG_URL")


async def test_announced_pictures_arrive_later() -> None:
    """The async form shows the source address until the picture has been fetched."""
    store = shop(async_fetch_seconds=2.0)
    store.fetch = _fetch
    async with talking_to(store) as client:
        key = await mug(client)
        url = "https://pictures.test/6.png"
        body = {"url": url, "width": 160, "height": 160, "alt": {"main": "A mug"}}
        assert (await client.post(f"/products/{key}/image/async", json=body)).json()["id"]
        (main,) = await _images(client, key)
        assert (main["imageOriginalUrl"], main["alt"]) == (url, {"main": "A mug"})
        clock_of(store).advance(2)
        (main,) = await _images(client, key)
        assert (await client.get(main["imageOriginalUrl"])).content == PICTURES[url]
        store.knobs = replace(store.knobs, async_answers_id=False)
        assert (await client.post(f"/products/{key}/image/async", json=body)).json() == {}
        for bad in ({"url": " "}, {"url": url, "width": "wide", "height": 1}):
            assert (await client.post(f"/products/{key}/image/async", json=bad)).is_client_error
    again = ESeriesStore.from_json(store.to_json(), SimulatedClock(NOW))
    assert again.to_json() == store.to_json()


@pytest.mark.parametrize("status", [400, 413])
async def test_too_big_or_no_picture(status: int) -> None:
    """400 or 413 for a big file, 422 for what isn't a picture."""
    store = shop(max_image_bytes=100, oversize_status=status)
    async with talking_to(store) as client:
        path = f"/products/{await mug(client)}/image"
        assert (await client.post(path, content=make_picture(1))).status_code == status
        assert (await client.post(path, content=b"text")).status_code == 422


async def test_order_and_alt_texts() -> None:
    """`media.images` orders; another picture first becomes the main one and ids change."""
    async with talking_to(shop()) as client:
        key = await mug(client)
        for number in range(3):
            await client.post(f"/products/{key}/gallery", content=make_picture(number))
        before = await _images(client, key)
        rows: list[dict[str, Any]] = [
            {"id": before[2]["id"], "orderBy": 0, "alt": {"main": "Front"}},
            {"id": "0", "orderBy": 1},
            {"id": before[1]["id"], "orderBy": 2},
        ]
        await client.put(f"/products/{key}", json={"media": {"images": rows}})
        after = await _images(client, key)
        contents = [(await client.get(row["imageOriginalUrl"])).content for row in after]
    assert contents == [make_picture(2), make_picture(0), make_picture(1)]
    assert after[0]["alt"] == {"main": "Front"}
    assert after[2]["id"] != before[1]["id"]


async def test_all_pictures_at_once() -> None:
    """PUT P/media keeps what it names by address, fetches what is new and deletes the rest."""
    store = shop()
    store.fetch = _fetch
    async with talking_to(store) as client:
        key = await mug(client)
        for number in range(2):
            await client.post(f"/products/{key}/gallery", content=make_picture(number))
        kept = (await _images(client, key))[1]
        body = {
            "mainMedia": {"imageUrl": "https://pictures.test/7.png"},
            "galleryMedia": [{"imageUrl": kept["imageOriginalUrl"]}],
        }
        assert (await client.put(f"/products/{key}/media", json=body)).status_code == 200
        images = await _images(client, key)
        assert [row["id"] for row in images] == ["0", kept["id"]]
        await client.put(f"/products/{key}/media", json={"mainMedia": {}})
        assert await _images(client, key) == []


async def test_deletions_and_other_places() -> None:
    """Gallery pictures go one by one or all; variations and categories have one each."""
    store = shop()
    async with talking_to(store) as client:
        key = await mug(client)
        for number in range(4):
            await client.post(f"/products/{key}/gallery", content=make_picture(number))
        last = (await _images(client, key))[-1]["id"]
        path = f"/products/{key}/gallery"
        assert (await client.delete(f"{path}/{last}")).json() == {"deleteCount": 1}
        assert (await client.delete(f"{path}/{last}")).status_code == 404
        store.knobs = replace(store.knobs, unknown_picture="zero")
        assert (await client.delete(f"{path}/{last}")).json() == {"deleteCount": 0}
        assert (await client.delete(path)).json() == {"deleteCount": 2}
        pairs = [{"name": "Size", "value": "S"}]
        variation = await made(client, f"/products/{key}/combinations", options=pairs)
        category = await made(client, "/categories", name="Drinkware")
        for place in (f"/products/{key}/combinations/{variation}", f"/categories/{category}"):
            await client.post(f"{place}/image", content=make_picture(8))
            assert "imageUrl" in await read(client, place)
            assert (await client.delete(f"{place}/image")).json() == {"deleteCount": 1}
            assert "imageUrl" not in await read(client, place)


async def test_unknown_addresses() -> None:
    """An address that never was is 404."""
    async with talking_to(shop()) as client:
        assert (await client.get("http://ecom.test/cdn/1/2/none-160")).status_code == 404
