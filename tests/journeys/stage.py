"""The stage of the journeys: two served sample stores, a home folder, and commands as processes."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.clock import SystemClock
from app.sample.e_series import ESeriesKnobs, ESeriesStore, e_series_app
from app.sample.e_series import products as online
from app.sample.premises import open_premises
from app.sample.seen import Seen
from app.sample.x_series import XSeriesKnobs, XSeriesStore, x_series_app
from tests.checkout import ROOT
from tests.journeys.doors import Served

POS_TOKEN = "lsxs_pt_journey_7Qm2"
ECOM_TOKEN = "secret_journey_9Zk4"
PATIENCE = 60.0
"""Seconds after which a command that should be over counts as hanging."""

_SPY = """
from pathlib import Path
from keyring.backend import KeyringBackend

Path(__file__).with_name("touched").touch()

class Spy(KeyringBackend):
    priority = 1
"""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines; anything else there is an error."""
        return [json.loads(text) for text in self.out.splitlines()]

    @property
    def answer(self) -> dict[str, Any]:
        """Standard output as one JSON object."""
        (only,) = self.events
        return only

    def event(self, name: str) -> dict[str, Any]:
        """The only event of that name."""
        (only,) = [event for event in self.events if event["event"] == name]
        return only

    @property
    def finished(self) -> dict[str, Any]:
        """The last event."""
        assert self.events[-1]["event"] == "finished", self.out + self.err
        return self.events[-1]

    @property
    def actions(self) -> dict[str, dict[str, Any]]:
        """What was planned, by SKU."""
        return {action["sku"]: action for action in self.event("planned")["actions"]}


@dataclass
class Stage:
    """One shop: both stores, the folder that Counterpart keeps its things in, its environment."""

    folder: Path
    served: Served
    pos: XSeriesStore
    ecom: ESeriesStore
    environ: dict[str, str] = field(default_factory=dict)
    outlets: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)
    """POS record ids by SKU."""
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    @classmethod
    def set_up(cls, folder: Path, served: Served) -> "Stage":
        """A POS with a small assortment, an empty online store, nothing on this computer yet."""
        clock = SystemClock()
        reads = XSeriesStore(
            clock, knobs=XSeriesKnobs(rate_limit=False, tokens=frozenset({POS_TOKEN}))
        )
        writes = ESeriesStore(
            clock,
            knobs=ESeriesKnobs(rate_limit=False, tokens=frozenset({ECOM_TOKEN})),
            public_url=served.ecom_url,
        )
        stage = cls(folder, served, reads, writes)
        stage.outlets = open_premises(reads).outlets
        stage.registers = tuple(reads.tables["registers"].rows)
        stage._open()
        stage._furnish()
        return stage

    def copy(self, folder: Path) -> "Stage":
        """The same state once more, behind the same addresses, in another folder."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        reads = XSeriesStore.from_json(
            _copied(self.pos.to_json()), self.pos.clock, knobs=self.pos.knobs
        )
        writes = ESeriesStore.from_json(
            _copied(self.ecom.to_json()), self.ecom.clock, knobs=self.ecom.knobs
        )
        writes.public_url = self.served.ecom_url
        stage = replace(self, folder=folder, pos=reads, ecom=writes, ids=dict(self.ids), running=[])
        stage._open()
        return stage

    def _open(self) -> None:
        self.served.pos.app = x_series_app(self.pos)
        self.served.ecom.app = e_series_app(self.ecom)
        spy = self.folder / "spy"
        spy.mkdir(parents=True, exist_ok=True)
        (spy / "spying_keyring.py").write_text(_SPY)
        kept = {k: v for k, v in os.environ.items() if not k.startswith("COUNTERPART_")}
        # Dozens of processes that each compile everything anew would take twice as long.
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
        paths = [str(spy), kept.get("PYTHONPATH", "")]
        self.environ = {
            **kept,
            "PYTHONPATH": os.pathsep.join(path for path in paths if path),
            "PYTHONPYCACHEPREFIX": str(self.served.compiled),
            "PYTHON_KEYRING_BACKEND": "spying_keyring.Spy",
            "COUNTERPART_HOME": str(self.home),
            "COUNTERPART_POS_URL": f"{self.served.pos_url}/api",
            "COUNTERPART_POS_TOKEN": POS_TOKEN,
            "COUNTERPART_ECOM_URL": f"{self.served.ecom_url}/api/v3",
            "COUNTERPART_ECOM_STORE_ID": str(self.ecom.store_id),
            "COUNTERPART_ECOM_TOKEN": ECOM_TOKEN,
        }

    def _furnish(self) -> None:
        kitchen = pos.add_category(self.pos, "Kitchen")
        mugs = pos.add_category(self.pos, "Mugs", kitchen)
        mug = self.add(
            "Enamel mug",
            "MUG-1",
            14.5,
            stock=8,
            description="<p>Holds <b>coffee</b> — “hot”.</p>",
            product_type_id=mugs,
        )
        pos.add_picture(self.pos, mug, 1)
        pos.change_weight(self.pos, mug, 0.25, "KG")
        pos.change_barcode(self.pos, mug, "012345678905", "UPC")
        self.add("Reading lamp", "LAMP-1", 89.9, stock=3)
        tee = self.add("Harbour tee", "TEE-NS", 39.9, stock=5)
        blue = pos.add_variant(self.pos, tee, {"Colour": "Blue", "Size": "M"}, "TEE-BM")
        self.ids["TEE-BM"] = blue
        pos.rename_value(self.pos, tee, "Colour", "Standard", "Navy")
        pos.rename_value(self.pos, tee, "Size", "Standard", "S")
        till.count_stock(self.pos, blue, self.outlets[0], 2)
        self.add("Oil can", "OIL-1", 9.0, stock=4, online=False)
        for number in range(1, 6):
            self.add(f"Plate {number}", f"PLATE-{number}", 10.0 + number, stock=10)

    def add(
        self, name: str, sku: str, price: float, *, stock: float = 1, online: bool = True, **of: Any
    ) -> str:
        """Add a product to the POS with stock at the first outlet; returns its id."""
        made = pos.add_product(self.pos, name, sku, price, online=online, **of)
        till.count_stock(self.pos, made, self.outlets[0], stock)
        self.ids[sku] = made
        return made

    def add_online(self, name: str, sku: str, price: float) -> None:
        """Add a product to the online store alone."""
        with self.ecom.lock:
            online.create(self.ecom, {"name": name, "sku": sku, "price": price})

    # This computer

    @property
    def home(self) -> Path:
        """Where Counterpart keeps all its things."""
        return self.folder / "home"

    def database(self) -> Path:
        """The only database in the home folder."""
        (path,) = [p for p in (self.home / "data").glob("*.sqlite") if "damaged" not in p.name]
        return path

    def keyring_touched(self) -> bool:
        """Whether any command so much as looked at the keyring."""
        return (self.folder / "spy" / "touched").exists()

    # Commands

    def start(self, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
        """Start a command; its output waits in pipes unless `options` say otherwise."""
        environ = {**self.environ, **options.pop("environ", {})}
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        process: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-W", "default::ResourceWarning", "-m", "app", *arguments],
            cwd=ROOT,
            env={name: value for name, value in environ.items() if value is not None},
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            **settings,
        )
        self.running.append(process)
        return process

    def run(self, *arguments: str, environ: dict[str, str | None] | None = None) -> Done:
        """Run a command to its end."""
        return ended(self.start(*arguments, environ=environ or {}))

    def sync(self, *switches: str) -> Done:
        """Run `sync --json`."""
        return self.run("sync", "--json", *switches)

    def status(self) -> dict[str, dict[str, Any]]:
        """The answer of `status --json` by SKU."""
        return {pair["sku"]: pair for pair in self.run("status", "--json").answer["pairs"]}

    def end_all(self) -> None:
        """End what a failed test left running."""
        for process in self.running:
            if process.poll() is None:
                process.kill()
            process.communicate()

    # The stores

    def forget_requests(self) -> None:
        """Begin to count anew."""
        self.pos.requests.clear()
        self.ecom.requests.clear()

    def products(self) -> dict[str, dict[str, Any]]:
        """The online store's products as they are, by SKU."""
        with self.ecom.lock:
            documents = [each.document for each in self.ecom.catalogue.products.values()]
        by_sku = {str(document.get("sku")): document for document in documents}
        assert len(by_sku) == len(documents), "a product stands online twice"
        return by_sku


def _copied(state: dict[str, Any]) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(state))
    return copied


def ended(process: "subprocess.Popen[str]") -> Done:
    """Wait for a command's end; none may end with a traceback or leave something open."""
    out, err = process.communicate(timeout=PATIENCE)
    for sign in ("Traceback", "Exception ignored", "ResourceWarning", "never retrieved"):
        assert sign not in err, err
    return Done(process.returncode, out or "", err or "")


def heard(store: XSeriesStore | ESeriesStore, of: Callable[[Seen], bool], nth: int = 1) -> Any:
    """An event that is set with the nth request of a kind from now on."""
    reached = threading.Event()
    count = 0

    def listen(seen: Seen) -> None:
        nonlocal count
        count += of(seen)
        if count >= nth:
            reached.set()

    store.on_request = listen
    return reached
