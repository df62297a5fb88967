"""Ids and SKUs made to break out: of SQL, of addresses, of file names, of the screen's rows."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
import pytest

from app.assembly import Assembly, store_number
from app.connectors.e_series import images
from app.connectors.e_series.api import ESeries
from app.connectors.e_series.wire import products as ecom_products
from app.connectors.pictures import Pictures
from app.connectors.x_series.api import XSeries
from app.connectors.x_series.wire import products as pos_products
from app.domain.errors import CounterpartError, SettingsWrong
from app.storage.database import open_database
from app.storage.mirror import SqliteMirror
from app.storage.paths import Folders
from app.storage.pictures import PictureCache
from app.storage.profile import Profile
from app.storage.secrets import StoreAddresses
from app.workplace import LocalWorkplace
from tests.connectors.scripted import client

HOSTILE = (
    "'; DROP TABLE links; --",
    '" OR 1=1 --',
    "../../../etc/passwd",
    "..",
    "/",
    "a/b?token=x#frag",
    "%2e%2e%2f",
    "a\\..\\b",
    "con",
    "a:b",
    "line\r\nX-Evil: 1",
    "\u202egnp.exe",
    "é" * 3000,
    "\ud800",
    "{}",
    "%s%n",
    "a\x00b",
)


def _is_one_segment(path: str, before: str, segment: str) -> bool:
    part = path.removeprefix(before)
    # Whoever tidies up a path must have nothing to tidy.
    return path.startswith(before) and part not in ("", ".", "..") and unquote(part) == segment


@pytest.mark.parametrize("name", HOSTILE)
async def test_an_id_is_one_part_of_an_address(name: str) -> None:
    """No id leads to another resource, another host, or another header."""
    service, script, _ = client(httpx.Response(404), side="pos")
    pos = XSeries(service, Pictures("pos", transport=script))
    with contextlib.suppress(CounterpartError):
        await pos.product(name)
    for request in script.asked:
        raw = request.url.raw_path.decode("ascii")
        assert request.url.host == "shop.example"
        assert raw.startswith("/api/2.0/products/")
        assert "/" not in raw.removeprefix("/api/2.0/products/")
        assert not {"?", "#"} & set(raw)
        assert raw.removeprefix("/api/2.0/products/").strip(".")
        assert "x-evil" not in request.headers
    if "\ud800" not in name:
        path = images.deletion(1, name).path
        assert _is_one_segment(path, "/products/1/gallery/", name)


@pytest.mark.parametrize("name", [each for each in HOSTILE if "\ud800" not in each])
async def test_a_search_is_for_the_whole_sku(name: str) -> None:
    """Questions are asked by parameters, never by pasting."""
    service, script, _ = client(httpx.Response(200, json={"items": [], "total": 0}))
    await ESeries(service, 7).find_sku(name)
    url = script.asked[0].url
    assert dict(url.params) == {"sku": name, "offset": "0", "limit": "100"}
    assert urlsplit(str(url)).path == "/api/7/products"


@pytest.mark.parametrize("name", HOSTILE)
def test_the_database_keeps_any_name(name: str, tmp_path: Path) -> None:
    """Stored and found again to the letter; no table is lost."""
    database, _ = open_database(tmp_path / "a.sqlite")
    mirror = SqliteMirror(database)
    mirror.save_fact("safe", 1)
    mirror.save_fact(name.replace("\ud800", "?"), [name.replace("\ud800", "?")])
    with database.transaction() as connection:
        tables = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
        assert connection.execute("SELECT COUNT(*) FROM links").fetchone() == (0,)
    assert tables > 15
    assert mirror.load().facts[name.replace("\ud800", "?")] == [name.replace("\ud800", "?")]
    database.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_reaches_the_names_of_files(name: str, tmp_path: Path) -> None:
    """Databases are named by number and digest, pictures by digest."""
    cache = PictureCache(tmp_path / "cache")
    cache.put(name, b"x")
    assert [len(path.name) for path in (tmp_path / "cache").iterdir()] == [40]
    assert cache.get(name) == b"x"
    profile = Profile(
        Folders.inside(tmp_path),
        {"COUNTERPART_POS_URL": f"https://{name}.example/api", "COUNTERPART_ECOM_STORE_ID": name},
    )
    try:
        pair = profile.pair
    except (CounterpartError, ValueError):
        return
    assert "/" not in pair
    assert "\\" not in pair
    assert ".." not in pair


@pytest.mark.parametrize("text", ["1/../2", "7?x=1", "-1", "1e3", "٣", "²", "1 2", ""])
def test_a_store_number_is_a_number(text: str) -> None:
    """It becomes a part of every address."""
    try:
        number = store_number(text)
    except SettingsWrong:
        return
    assert str(number).isascii()
    assert str(number).isdigit()


def _pos_page(tmp_path: Path) -> Callable[[str], str]:
    environ = {
        "COUNTERPART_HOME": str(tmp_path),
        "COUNTERPART_POS_URL": "https://harbour.retail.lightspeed.app/api",
    }
    return LocalWorkplace(Assembly(environ), environ).pos_page


@pytest.mark.parametrize("name", [each for each in HOSTILE if "\ud800" not in each])
def test_open_in_pos_stays_in_the_pos(name: str, tmp_path: Path) -> None:
    """The browser is sent to this product's page and nowhere else."""
    page = urlsplit(_pos_page(tmp_path)(name))
    assert (page.scheme, page.netloc) == ("https", "harbour.retail.lightspeed.app")
    assert _is_one_segment(page.path, "/product/", name)
    assert not page.query
    assert not page.fragment


def test_descriptions_are_passed_on_as_the_manager_wrote_them() -> None:
    """What is sent is the POS's own text; the normal form is for comparing and without scripts.

    Cleaning it would be taking something away that the manager put there: the online store does
    that for its own pages.
    """
    html = '<p onclick="x()">Tea<script>alert(1)</script><a href="javascript:y()">z</a></p>'
    read = pos_products([httpx.Response(200, json={"id": "a", "description": html}).content])
    assert list(read.texts.values()) == [html]
    told = ecom_products([httpx.Response(200, json={"id": 1, "description": html}).content])
    assert list(told.texts) == list(read.texts)


def test_addresses_of_stores_hold_no_login() -> None:
    """An entry of the keyring names a host, so that its token goes nowhere else."""
    one = StoreAddresses("https://a.example/api", "1")
    other = StoreAddresses("https://b.example/api", "1")
    assert one.entry("pos") != other.entry("pos")
