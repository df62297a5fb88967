"""The demo: two believable stores that remember what happened to them."""

import subprocess
import sys
from pathlib import Path

from app.sample.demo import FILE, Demo


def test_the_stores_are_believable_and_differ(tmp_path: Path) -> None:
    """Part of the catalogue is online, some of it changed, some things exist online alone."""
    demo = Demo.open(tmp_path, products=150)
    online = [revision.document for revision in demo.ecom.catalogue.products.values()]
    names = {row["name"] for row in demo.pos.live_products()}
    assert 20 < len(online) < 150
    assert any(product["name"] not in names for product in online)
    assert any(product.get("seoTitle") for product in online)
    assert any(product["combinations"] for product in online)
    assert not any(product.get("externalReferenceId") for product in online)
    register, outlets = demo.first_choice()
    assert register in demo.pos.tables["registers"].rows
    assert set(outlets) <= set(demo.pos.tables["outlets"].rows)


def test_what_happened_is_remembered(tmp_path: Path) -> None:
    """Saved, opened again, the same; the same seed lets the same day pass."""
    demo = Demo.open(tmp_path, products=60)
    happened = demo.day(3)
    demo.save()
    again = Demo.open(tmp_path, products=60)
    assert again.pos.to_json() == demo.pos.to_json()
    assert again.ecom.to_json() == demo.ecom.to_json()
    twin = Demo.open(tmp_path / "twin", products=60)
    assert twin.day(3) == happened


def test_a_damaged_file_begins_anew(tmp_path: Path) -> None:
    """The demo is never in the way."""
    (tmp_path / FILE).write_bytes(b"not this")
    assert Demo.open(tmp_path, products=20).ecom.catalogue.products


def test_the_stores_can_be_served_for_rehearsal(tmp_path: Path) -> None:
    """The variables to use are printed, then both stores answer until they are stopped."""
    command = [sys.executable, "-m", "app.sample", "serve", "--products", "20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as serving:
        assert serving.stdout is not None
        lines = [serving.stdout.readline() for _ in range(5)]
        serving.terminate()
    assert lines[0].split()[1].startswith("COUNTERPART_POS_URL=http://127.0.0.1:")
    assert "COUNTERPART_ECOM_TOKEN=" in lines[4]
    assert not list(tmp_path.iterdir())
