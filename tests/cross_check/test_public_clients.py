"""Clients that others published work with the sample stores as with the real services.

They are old and not ours to depend on (one of them installs a package called `tests`), so each
has a virtual environment of its own, made for the test from a lock file.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.sample.clock import SystemClock
from app.sample.e_series import ESeriesKnobs, ESeriesStore, e_series_app
from app.sample.e_series import products as online
from app.sample.serving import SocketServer
from app.sample.shop import make_pos
from app.sample.x_series import XSeriesKnobs, XSeriesStore, x_series_app

HERE = Path(__file__).parent


def driven(folder: Path, client: str, *arguments: str) -> dict[str, Any]:
    """What a script finds that runs with a client's own packages."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    bare = [sys.executable, "-m", "venv", "--without-pip", str(folder)]
    subprocess.run(bare, check=True, env=environ)
    python = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    installed = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", python, "install"),
            *("--quiet", "--disable-pip-version-check"),
            *("--no-input", "--retries", "1", "--require-hashes", "--no-deps"),
            *("--only-binary=:all:", "-r", str(HERE / f"{client}.lock")),
        ],
        capture_output=True,
        text=True,
        check=False,
        env=environ,
    )
    if installed.returncode:
        pytest.skip(f"{client} can't be installed here: {installed.stderr[-200:]}")
    script = str(HERE / f"drive_{client}.py")
    done = subprocess.run(
        [python, script, *arguments], capture_output=True, text=True, check=False, env=environ
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_pyecwid(tmp_path: Path) -> None:
    """Pages, filters, product types and all four verbs of the sample online store."""
    store = ESeriesStore(SystemClock(), knobs=ESeriesKnobs(query_token=True))
    for number in range(230):
        online.create(store, {"name": f"Buoy {number}", "sku": f"B-{number}", "price": 2})
    with SocketServer(e_series_app(store)) as server:
        found = driven(tmp_path, "pyecwid", server.urls[0], str(store.store_id), "secret_sample")
    assert found == {
        "before": 230,
        "changed": {"updateCount": 1},
        "product": {"name": "Paper boat", "sku": "BOAT-1", "price": 4.25, "quantity": 4},
        "enabled": False,
        "by_sku": [True],
        "by_word": [True],
        "since": 231,
        "counted": 231,
        "types": ["BRAND", "UPC"],
        "deleted": 1,
        "after": 230,
    }


def test_lightspeed_x(tmp_path: Path) -> None:
    """Cursor lists, single records and a refused token of the sample POS."""
    store = XSeriesStore(SystemClock(), knobs=XSeriesKnobs())
    make_pos(store, 60, 3)
    with SocketServer(x_series_app(store)) as server:
        found = driven(tmp_path, "lightspeed_x", server.urls[0], "lsxs_pt_sample")
    tables = store.tables
    living = [row for row in tables["products"] if not row["deleted_at"]]
    levels = [row for row in tables["inventory"] if not row["deleted_at"]]
    assert found == {
        "products": len(living),
        "rising": True,
        "one": True,
        "outlets": len([row for row in tables["outlets"] if not row["deleted_at"]]),
        "registers": len([row for row in tables["registers"] if not row["deleted_at"]]),
        "retailer": "Harbour & Pine",
        "levels": len(levels),
        "refused": 401,
    }
