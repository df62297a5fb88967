"""One run at a time for each pair of stores, whoever begins it; a lock dies with its process."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.assembly import Assembly
from app.connectors.pacing import steady_time
from app.controller.controller import Controller
from app.sample import mutations_pos as pos
from app.storage.holder import busy_by
from tests.controller.acting import Acting, acting, workplaces
from tests.journeys.stage import Stage, ended, heard


def note(shop: Stage) -> Path:
    """Where it is noted who runs."""
    return shop.database().with_suffix(".running")


def clock_now() -> set[str]:
    """The time of day, with a minute of grace."""
    now = time.time()
    return {time.strftime("%H:%M", time.localtime(at)) for at in (now - 60, now)}


@contextmanager
def slow(shop: Stage) -> Iterator[None]:
    """The POS takes its time."""
    shop.pos.knobs = replace(shop.pos.knobs, latency_seconds=2.0)
    yield
    shop.pos.knobs = replace(shop.pos.knobs, latency_seconds=0.0)


def test_a_command_is_told_of_the_command_before_it(shop: Stage) -> None:
    """Who runs and since when; status 2, no request, nothing planned."""
    with slow(shop):
        under_way = heard(shop.pos, lambda _: True)
        first = shop.start("sync", "--json")
        assert under_way.wait(20)
        second = shop.sync("--yes")
    assert second.status == second.finished["exit"] == 2
    assert "begun by a command since" in second.err
    assert any(at in second.err for at in clock_now())
    assert ended(first).status == 0
    assert not note(shop).exists()


def test_one_after_the_other_is_not_told_anything(shop: Stage) -> None:
    """The lock is free as soon as the first has ended."""
    for _ in range(2):
        done = shop.sync()
        assert done.status == 0
        assert "Another sync" not in done.err


def test_another_shop_is_not_kept_waiting(shop: Stage) -> None:
    """The lock is one pair's: the sample stores, or other stores, go on."""
    assembly = Assembly(shop.environ)
    with assembly.one_run():
        other = {"COUNTERPART_ECOM_STORE_ID": "4242"}
        done = shop.run("sync", "--json", environ=other)  # type: ignore[arg-type]
    assert "Another sync" not in done.err


def test_looking_needs_no_lock(shop: Stage) -> None:
    """What is known can be read, and choices made, while a sync goes."""
    with Assembly(shop.environ).one_run():
        assert shop.run("status").status == 0
        assert shop.run("history").status == 0
        assert shop.run("online", "MUG-1", "--off").status == 0


def test_the_lock_of_a_killed_run_is_taken_over(shop: Stage) -> None:
    """What it left beside the lock says nothing any more."""
    with slow(shop):
        under_way = heard(shop.pos, lambda _: True)
        first = shop.start("sync")
        assert under_way.wait(20)
        first.kill()
        first.communicate()
    assert note(shop).exists()
    done = shop.sync()
    assert done.status == 0, done.err
    assert not note(shop).exists()


def test_a_note_that_makes_no_sense_stops_nobody(shop: Stage) -> None:
    """Less is told, and the lock alone decides."""
    senseless = ("", "{", "[]", '{"who": "the cat", "since": "once"}', '{"who": 5, "since": 1e300}')
    for text in senseless:
        note(shop).write_text(text)
        told = str(busy_by(note(shop)))
        assert "Another sync of this shop is running, begun by another Counterpart" in told
    assert shop.sync().status == 0
    with Assembly(shop.environ).one_run():
        note(shop).unlink()
        done = shop.sync()
    assert done.status == 2
    assert "begun by another Counterpart" in done.err


async def test_the_window_is_told_of_a_command(shop: Stage) -> None:
    """Who and since when, until *Try again* gets through."""
    command = Assembly(shop.environ)
    with command.one_run():
        async with acting(shop) as at:
            trouble = at.controller.state.trouble
            assert trouble is not None
            assert (trouble.kind, trouble.runner) == ("another run", "command")
            assert abs(trouble.since - time.time()) < 120
            assert at.controller.catalogue.rows


async def test_a_command_is_told_of_the_window(shop: Stage) -> None:
    """The other way round."""
    window = Assembly(shop.environ)
    window.who = "window"
    with window.one_run():
        done = shop.sync("--yes")
    assert done.status == 2
    assert "begun by Counterpart's window since" in done.err


def trouble_of(at: Acting) -> tuple[str, str] | None:
    """The trouble that is told, and who runs in our place."""
    trouble = at.controller.state.trouble
    return None if trouble is None else (trouble.kind, trouble.runner)


async def test_two_windows_of_one_shop(shop: Stage) -> None:
    """Both show it; while one runs the other is told; afterwards it goes on by itself."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    async with acting(shop) as first:
        second = Acting(Controller(workplaces(shop), steady_time))
        try:
            second.controller.begin(demo=False)
            await second.idle()
            assert len(second.controller.catalogue.rows) == len(first.controller.catalogue.rows)
            assert trouble_of(second) is None
            with slow(shop):
                first.controller.sync_now()
                await first.until(lambda: note(shop).exists())
                second.controller.sync_now()
                await second.idle()
                assert trouble_of(second) == ("another run", "window")
            await first.idle()
            second.controller.try_again()
            await second.idle()
            assert trouble_of(second) is None
            assert second.row("LAMP-1").status == "in sync"
        finally:
            await second.controller.aclose()
    assert shop.products()["LAMP-1"]["price"] == 79.5
