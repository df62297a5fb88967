"""What keeps a sync from running or from doing all: the exit status, the words, the last event."""

import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.sample import mutations_pos as pos
from app.sample.faults import Fault
from tests.journeys.doors import served
from tests.journeys.forms import check_story
from tests.journeys.stage import Done, Stage, ended, heard


@pytest.fixture(scope="module", name="unreachable", autouse=True)
def _unreachable(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, "subprocess.Popen[str]"]]:
    """Commands that find nobody, begun early: they try for a while before they give up."""
    with served(tmp_path_factory.mktemp("compiled")) as server, socket.socket() as closed:
        stage = Stage.set_up(tmp_path_factory.mktemp("unreachable"), server)
        closed.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
        no_pos = {"COUNTERPART_POS_URL": f"{nowhere}/api"}
        no_shop = {"COUNTERPART_ECOM_URL": f"{nowhere}/api/v3"}
        yield {
            "POS": stage.start("sync", "--json", environ=no_pos),
            "outlets": stage.start("outlets", environ=no_pos),
            "online store": stage.start("sync", "--json", environ=no_shop),
        }
        stage.end_all()


def could_not_run(done: Done) -> None:
    """Status 2, a story that says so, nothing planned."""
    assert done.status == 2, done.err
    check_story(done.events)
    assert done.finished["exit"] == 2
    assert done.finished["writes"] == 0
    assert all(event["event"] != "planned" for event in done.events)


@pytest.mark.parametrize("side", ["POS", "ECOM"])
def test_a_wrong_token_is_told_and_never_repeated(shop: Stage, side: str) -> None:
    """One request with it, no token in any word, and the keyring is left alone."""
    shop.forget_requests()
    token = {"POS": "lsxs_pt_withdrawn", "ECOM": "secret_withdrawn"}[side]
    done = shop.run("sync", "--json", environ={f"COUNTERPART_{side}_TOKEN": token})
    could_not_run(done)
    assert "token" in done.err
    assert "withdrawn" not in done.err + done.out
    requests = shop.pos.requests if side == "POS" else shop.ecom.requests
    assert [seen.status in (401, 403) for seen in requests] == [True]
    assert not shop.keyring_touched()


def test_missing_settings_are_named_with_the_remedy(bare: Stage) -> None:
    """Which variable to set, or to run `counterpart connect`; no database is begun."""
    names = ("COUNTERPART_POS_URL", "COUNTERPART_ECOM_STORE_ID", "COUNTERPART_POS_TOKEN")
    started = {name: bare.start("sync", "--json", environ={name: None}) for name in names}
    for name, process in started.items():
        done = ended(process)
        could_not_run(done)
        assert "counterpart connect" in done.err or "keyring" in done.err
        assert name in done.err
    wrong = bare.run("sync", "--json", environ={"COUNTERPART_ECOM_STORE_ID": "harbour"})
    could_not_run(wrong)
    assert "“harbour” is not a store number" in wrong.err
    plain = bare.run("sync", "--json", environ={"COUNTERPART_POS_URL": "http://shop.example/api"})
    could_not_run(plain)
    assert "https://" in plain.err
    assert list((bare.home / "data").iterdir()) == []


def test_an_empty_pos_list_stops_the_run_whatever_the_answer(shop: Stage) -> None:
    """Status 3 even with `--yes`, and with `--check` too (RULES M6, M19)."""
    shop.pos.knobs = replace(shop.pos.knobs, empty_lists=frozenset({"products"}))
    shop.forget_requests()
    for switch in ("--yes", "--check"):
        done = shop.sync("--full", switch)
        assert done.status == done.finished["exit"] == 3
        check_story(done.events)
        assert [reason["kind"] for reason in done.event("guard")["reasons"]] == ["listing"]
        assert "Nothing was changed" in done.err
    assert shop.ecom.writes_seen == []
    shop.pos.knobs = replace(shop.pos.knobs, empty_lists=frozenset())
    assert shop.sync("--full").event("planned")["actions"] == []


def test_a_list_that_ends_early_deletes_nothing(shop: Stage) -> None:
    """What it leaves out is asked for by id."""
    shop.pos.knobs = replace(shop.pos.knobs, ends_early={"products": 3})
    done = shop.sync("--full", "--yes")
    assert done.status == 0
    assert done.event("planned")["actions"] == []
    assert len(shop.products()) == 8


def test_duplicate_and_blank_skus_need_attention(fresh: Stage) -> None:
    """Status 1, each named with a reason; everything else is done."""
    fresh.add("Blue cup", "CUP-1", 5.0)
    fresh.add("Red cup", "CUP-1", 5.0)
    pos.change_sku(fresh.pos, fresh.add("No name tag", "TAG-1", 5.0), None)
    done = fresh.sync("--yes")
    assert done.status == 1
    check_story(done.events)
    assert done.finished["counts"]["attention"] == 3
    assert done.finished["counts"]["created"] == 8
    assert "Red cup" in done.err
    assert fresh.sync().status == 1


def test_one_refused_product_stops_no_other(fresh: Stage) -> None:
    """It fails with the shop's reason; once the reason is gone, the next sync makes up for it."""
    fresh.ecom.knobs = replace(fresh.ecom.knobs, max_name_length=30)
    fresh.add("A name that is far too long for this shop", "LONG-1", 5.0)
    done = fresh.sync("--yes")
    assert done.status == 1
    check_story(done.events)
    (failed,) = [e for e in done.events if e.get("result") == "failed"]
    assert failed["sku"] == "LONG-1"
    assert failed["error"] in done.err
    assert (done.finished["counts"]["created"], done.finished["counts"]["failed"]) == (8, 1)
    assert fresh.status()["LONG-1"]["status"] == "failed"
    fresh.ecom.knobs = replace(fresh.ecom.knobs, max_name_length=None)
    again = fresh.sync()
    assert (again.status, again.finished["counts"]["created"]) == (0, 1)


def test_faults_and_lost_replies_change_nothing_in_the_end(fresh: Stage) -> None:
    """Connections that break before and after a write: all is there once, in the same run."""
    fresh.ecom.faults.add(Fault("reset", method="POST", path="/batch", times=1, after_write=True))
    fresh.ecom.faults.add(Fault("reset", method="POST", path="*image*", times=1, after_write=True))
    fresh.ecom.faults.add(Fault("502_html", method="GET", times=2))
    fresh.pos.faults.add(Fault("truncated", path="/products", times=1))
    done = fresh.sync("--yes")
    assert done.status == 0, done.err
    assert len(fresh.products()) == 8
    assert fresh.sync().event("planned")["actions"] == []


def test_a_second_sync_does_not_run_beside_the_first(shop: Stage) -> None:
    """Status 2 at once; what is chosen meanwhile is not lost when the first one ends."""
    shop.pos.knobs = replace(shop.pos.knobs, latency_seconds=2.0)
    under_way = heard(shop.pos, lambda _: True)
    first = shop.start("sync", "--json")
    assert under_way.wait(20)
    second = shop.sync("--yes")
    could_not_run(second)
    assert "Another sync" in second.err
    assert shop.run("online", "PLATE-4", "--off").status == 0
    assert shop.run("outlets", "--register", shop.registers[1]).status == 0
    shop.pos.knobs = replace(shop.pos.knobs, latency_seconds=0.0)
    assert ended(first).status == 0
    assert shop.status()["PLATE-4"]["flag"] == "off"
    assert shop.run("outlets", "--json").answer["register"]["id"] == shop.registers[1]


def test_an_unreachable_store_is_named(unreachable: dict[str, "subprocess.Popen[str]"]) -> None:
    """After some patience; whichever of the two it is."""
    done = ended(unreachable["POS"])
    could_not_run(done)
    assert "POS" in done.err
    done = ended(unreachable["online store"])
    could_not_run(done)
    assert "online store" in done.err
    assert ended(unreachable["outlets"]).status == 2
