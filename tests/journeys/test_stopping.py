"""Stopped or killed: the run ends its story, and the next one ends where it would have ended."""

import signal
import subprocess
import time
from dataclasses import replace

import pytest

from app.sample import mutations_pos as pos
from app.sample.seen import Seen
from tests.journeys.forms import check_story
from tests.journeys.stage import Stage, ended, heard

MORE = 26
"""Further products with a picture each, so that there is something to stop."""


def is_write(seen: Seen) -> bool:
    """Whether a request changes the online store."""
    return seen.write


def full_shelves(stage: Stage) -> None:
    """Add products that take several writes each, and let the online store take its time."""
    for number in range(MORE):
        made = stage.add(f"Cup {number}", f"CUP-{number}", 5.0 + number, stock=number)
        pos.add_picture(stage.pos, made, 100 + number)
    stage.ecom.knobs = replace(stage.ecom.knobs, latency_seconds=0.03)


def complete(stage: Stage) -> None:
    """Everything stands online once, whole and visible; the next sync agrees."""
    products = stage.products()
    assert len(products) == 8 + MORE
    for number in range(MORE):
        cup = products[f"CUP-{number}"]
        assert cup["enabled"], cup["sku"]
        assert cup["quantity"] == number
        assert cup["main_picture"], cup["sku"]
        assert cup["gallery"] == [], cup["sku"]
    again = stage.sync()
    assert again.status == 0
    assert again.event("planned")["actions"] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_a_stop_in_the_midst_of_writing(fresh: Stage, number: signal.Signals) -> None:
    """Status 130 and a finished story; products that were begun are whole."""
    full_shelves(fresh)
    begun = heard(fresh.ecom, is_write, nth=32)
    process = fresh.start("sync", "--json", "--yes")
    assert begun.wait(20)
    process.send_signal(number)
    done = ended(process)
    assert done.status == 130
    check_story(done.events)
    assert done.finished["exit"] == 130
    assert "Stopping" in done.err
    made = fresh.products()
    assert 0 < len(made) < 8 + MORE
    assert all(product["enabled"] for product in made.values())
    assert done.finished["counts"]["created"] == len(made)
    assert fresh.run("history", "--json").answer["runs"][0]["exit"] == 130

    fresh.ecom.knobs = replace(fresh.ecom.knobs, latency_seconds=0.0)
    assert fresh.sync("--yes").status == 0
    complete(fresh)


def test_a_stop_while_reading_does_not_wait(shop: Stage) -> None:
    """Nothing is being written: the run ends at once, and nothing is half known."""
    shop.pos.knobs = replace(shop.pos.knobs, latency_seconds=0.5)
    asked = heard(shop.pos, lambda _: True)
    process = shop.start("sync", "--json", "--full")
    assert asked.wait(20)
    shop.pos.knobs = replace(shop.pos.knobs, latency_seconds=30.0)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    done = ended(process)
    assert time.monotonic() - began < 5
    assert done.status == done.finished["exit"] == 130
    check_story(done.events)
    assert done.finished["counts"]["created"] == 0
    shop.pos.knobs = replace(shop.pos.knobs, latency_seconds=0.0)
    assert shop.sync().event("planned")["actions"] == []


@pytest.mark.parametrize("nth", [1, 40])
def test_killed_and_started_again(fresh: Stage, nth: int) -> None:
    """Nothing stands online twice, nothing is missing (DESIGN §13)."""
    full_shelves(fresh)
    begun = heard(fresh.ecom, is_write, nth)
    process = fresh.start("sync", "--yes", stdout=subprocess.DEVNULL)
    assert begun.wait(20)
    process.kill()
    assert process.wait(20) == -signal.SIGKILL
    fresh.ecom.knobs = replace(fresh.ecom.knobs, latency_seconds=0.0)
    done = fresh.sync("--yes")
    assert done.status == 0, done.err
    assert "interrupted" in done.err
    complete(fresh)
