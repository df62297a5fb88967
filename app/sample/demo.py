"""The demo: a POS and an online store that remember what happened to them."""

import gzip
import json
import os
import tempfile
import zlib
from pathlib import Path
from typing import Self

import httpx

from app.sample.clock import SystemClock
from app.sample.days import random_day
from app.sample.e_series import ESeriesKnobs, ESeriesStore, e_series_app
from app.sample.online_shop import open_online_shop
from app.sample.serving import in_process
from app.sample.shop import make_pos
from app.sample.x_series import XSeriesKnobs, XSeriesStore, x_series_app

PRODUCTS = 2_000
SEED = 11
FILE = "stores.json.gz"


class Demo:
    """Both sample stores in one process, kept in one file. Limits are off, the clock is real."""

    pos_url = "http://127.0.0.1:1/api"
    ecom_url = "http://127.0.0.1:2/api/v3"
    pos_token = "lsxs_pt_sample"  # noqa: S105 - opens nothing but the sample store
    ecom_token = "secret_sample"  # noqa: S105 - opens nothing but the sample store

    def __init__(self, file: Path, pos: XSeriesStore, ecom: ESeriesStore) -> None:
        self.pos = pos
        self.ecom = ecom
        self._file = file

    @classmethod
    def open(cls, folder: Path, products: int = PRODUCTS, seed: int = SEED) -> Self:
        """The stores as they were left, or new ones. A damaged file is begun anew."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / FILE
        clock = SystemClock()
        pos_knobs = XSeriesKnobs(rate_limit=False)
        ecom_knobs = ESeriesKnobs(rate_limit=False, currency="NZD", timezone="Pacific/Auckland")
        try:
            saved = json.loads(gzip.decompress(file.read_bytes()))
            pos = XSeriesStore.from_json(saved["pos"], clock, knobs=pos_knobs)
            ecom = ESeriesStore.from_json(saved["ecom"], clock, knobs=ecom_knobs)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, zlib.error):
            pos = XSeriesStore(clock, knobs=pos_knobs)
            make_pos(pos, products, seed)
            ecom = ESeriesStore(clock, knobs=ecom_knobs)
            open_online_shop(pos, ecom, seed)
        return cls(file, pos, ecom)

    @property
    def there(self) -> bool:
        """Whether their folder is still there."""
        return self._file.parent.is_dir()

    @property
    def store_id(self) -> int:
        """The online store's number."""
        return self.ecom.store_id

    def save(self) -> None:
        """Keep both stores; the file is the old or the new one, never a part."""
        state = {"pos": self.pos.to_json(), "ecom": self.ecom.to_json()}
        packed = gzip.compress(json.dumps(state, separators=(",", ":")).encode(), 1)
        handle, name = tempfile.mkstemp(prefix=f".{FILE}.", dir=self._file.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
            Path(name).replace(self._file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def transports(self) -> tuple[httpx.AsyncBaseTransport, httpx.AsyncBaseTransport]:
        """Lines to the POS and to the online store, within this process."""
        return in_process(x_series_app(self.pos)), in_process(e_series_app(self.ecom))

    def first_choice(self) -> tuple[str, list[str]]:
        """A register for the online orders and the outlets whose stock counts."""
        registers = [row for row in self.pos.tables["registers"] if not row["deleted_at"]]
        outlets = [row["id"] for row in self.pos.tables["outlets"] if not row["deleted_at"]]
        return str(registers[0]["id"]), [str(outlet) for outlet in outlets[:2]]

    def day(self, seed: int, steps: int = 40) -> list[str]:
        """Let a day pass in both stores; returns what happened."""
        return random_day(self.pos, self.ecom, seed, steps)
