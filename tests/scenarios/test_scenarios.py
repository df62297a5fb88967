"""Runs the scenario files in `cases`; `pytest tests/scenarios --regenerate` rewrites them.

A case names what happens after the first sync of the small shop of `tests/sync/rig.py`, and what
the next sync plans and sends. Ids are replaced by names, so that a case reads like a story.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.json_lines import Wording, line
from app.sample import mutations_ecom, mutations_pos, mutations_till
from app.sample.e_series.batch import SeenInside
from app.storage.database import open_database
from app.storage.mirror import SqliteMirror
from tests.sync.rig import Rig, Story

CASES = sorted(Path(__file__).with_name("cases").glob("*.json"))
PLACES = {"pos": mutations_pos, "till": mutations_till, "online": mutations_ecom}


def known_names(rig: Rig) -> dict[str, Any]:
    """What a case may refer to by `$name`."""
    online = {sku: product["id"] for sku, product in rig.products().items()}
    return {
        "mug": rig.mug,
        "lamp": rig.lamp,
        "tee": rig.tee,
        "tee blue": rig.tee_blue,
        "shop": rig.outlets[0],
        "market": rig.outlets[1],
        "mug online": online.get("MUG-1"),
        "lamp online": online.get("LAMP-1"),
        "tee online": online.get("TEE-NS-FAMILY"),
    }


def happen(rig: Rig, events: list[list[Any]], made: dict[str, Any]) -> None:
    """Let the events of a case happen: [place, act, arguments, keywords, name of the result]."""
    for place, act, arguments, keywords, name in events:
        names = {**known_names(rig), **made}
        store = rig.ecom if place == "online" else rig.pos
        told = [names[a[1:]] if isinstance(a, str) and a.startswith("$") else a for a in arguments]
        result = getattr(PLACES[place], act)(store, *told, **keywords)
        if name:
            made[name] = result


def read(path: Path) -> dict[str, Any]:
    """A case."""
    case: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return case


def write(path: Path, case: dict[str, Any]) -> None:
    """Keep a case with what it expects now."""
    text = json.dumps(case, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", "utf-8")


def nameless(text: str) -> str:
    """A path or text without ids."""
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", text)
    return re.sub(r"\b\d{4,}\b", "ID", text)


def told(rig: Rig, story: Story, sent: list[str]) -> dict[str, Any]:
    """What the sync planned and sent."""
    database, _ = open_database(rig.folder / "shop.sqlite")
    try:
        mirror = SqliteMirror(database)
        planned = line(story.plan, Wording(mirror.text, mirror.load().ecom_categories))
    finally:
        database.close()
    assert planned is not None
    actions = planned["actions"]
    assert isinstance(actions, list)
    for action in actions:
        for change in action["changes"]:
            change["variant"] = change["variant"] and change["variant"]["sku"]
        for name in ("pos_id", "ecom_id"):
            del action[name]
    exit_status = story.finished.exit
    return {"exit": exit_status, "asked": story.objections, "actions": actions, "sent": sent}


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
async def test_scenario(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The plan and the requests are those of the file."""
    case = read(path)
    rig = Rig.corner_shop(tmp_path)
    made: dict[str, Any] = {}
    happen(rig, case.get("before", []), made)
    if case.get("first sync", True):
        await rig.sync()
        rig.clock.advance(600)
    rig.settings |= case.get("settings", {})
    happen(rig, case["happens"], made)
    rig.clock.advance(600)
    seen = len(rig.ecom.requests)
    story = await rig.sync()
    found = told(rig, story, sent_since(rig, seen))
    if request.config.getoption("--regenerate"):
        write(path, {**case, "expected": found})
        return
    assert found == case["expected"]


def sent_since(rig: Rig, seen: int) -> list[str]:
    """The writes that the online store saw, without ids; those inside batches are marked."""
    sent = []
    for request in list(rig.ecom.requests)[seen:]:
        if request.write:
            path = nameless(request.path).replace("/api/v3/ID", "")
            inside = " (batch)" if isinstance(request, SeenInside) else ""
            sent.append(f"{request.method} {path}{inside}")
    return sorted(sent)
