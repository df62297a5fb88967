"""The first sync asks, the second finds nothing to do, and a check tells what a sync will do."""

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from tests.journeys.stage import Stage


def test_the_first_sync_waits_for_a_yes(fresh: Stage) -> None:
    """Status 3, the guard says why, nothing is written."""
    done = fresh.sync()
    assert done.status == 3
    reasons = done.event("guard")["reasons"]
    assert [reason["kind"] for reason in reasons] == ["first"]
    assert reasons[0]["count"] == 8
    assert len(reasons[0]["examples"]) == 5
    assert "--yes" in done.err
    assert done.finished["writes"] == 0
    assert fresh.products() == {}


def test_with_a_yes_everything_comes_in_step_and_then_stays(fresh: Stage) -> None:
    """All is created; the second sync writes nothing and costs what RULES M15 allows."""
    done = fresh.sync("--yes")
    assert done.status == 0, done.err
    assert done.finished["counts"]["created"] == 8
    assert done.finished["writes"] == len(fresh.ecom.writes_seen)
    products = fresh.products()
    assert set(products) == {
        "MUG-1",
        "LAMP-1",
        "TEE-NS-FAMILY",
        *(f"PLATE-{number}" for number in range(1, 6)),
    }
    assert products["MUG-1"]["quantity"] == 8
    assert all(product["enabled"] for product in products.values())

    fresh.forget_requests()
    again = fresh.sync()
    assert again.status == 0
    assert again.event("planned")["actions"] == []
    assert again.finished["counts"]["unchanged"] == 8
    assert fresh.ecom.writes_seen == []
    assert again.finished["requests"] == {
        "pos": fresh.pos.http_requests(),
        "ecom": fresh.ecom.http_requests(),
    }
    assert fresh.pos.http_requests() <= 6
    assert fresh.ecom.http_requests() <= 4


def test_a_check_lists_what_the_sync_then_does(shop: Stage) -> None:
    """The same actions, carried out one by one; the writes sent are the sum of theirs."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    pos.describe(shop.pos, shop.ids["MUG-1"], "<p>Holds tea.</p>")
    pos.delete_product(shop.pos, shop.ids["PLATE-1"])
    pos.deactivate(shop.pos, shop.ids["PLATE-2"])
    till.count_stock(shop.pos, shop.ids["TEE-BM"], shop.outlets[0], 1)
    shop.add("Tea pot", "POT-1", 44.0)
    shop.forget_requests()

    checked = shop.sync("--check")
    assert checked.status == 0, checked.err
    assert shop.ecom.writes_seen == []
    assert checked.finished["mode"] == "check"
    assert checked.finished["run"] is None
    assert {sku: action["action"] for sku, action in checked.actions.items()} == {
        "LAMP-1": "update",
        "MUG-1": "update",
        "PLATE-1": "delete",
        "PLATE-2": "hide",
        "TEE-NS": "update",
        "POT-1": "create",
    }

    done = shop.sync("--yes")
    assert done.status == 0, done.err
    assert done.event("planned") == checked.event("planned")
    carried_out = [event for event in done.events if event["event"] == "action"]
    assert {event["sku"]: event["action"] for event in carried_out} == {
        sku: action["action"] for sku, action in checked.actions.items()
    }
    assert {event["result"] for event in carried_out} == {"done"}
    total = sum(action["writes"] for action in checked.actions.values())
    assert done.finished["writes"] == total == len(shop.ecom.writes_seen)
    assert done.finished["counts"] == checked.finished["counts"]
    assert done.finished["counts"] == {
        "created": 1,
        "updated": 3,
        "shown": 0,
        "hidden": 1,
        "deleted": 1,
        "unchanged": 3,
        "failed": 0,
        "attention": 0,
    }
    assert shop.sync().event("planned")["actions"] == []


def test_the_guard_asks_and_a_yes_answers(shop: Stage) -> None:
    """More than half of the products are to go: status 3, and nothing happens without a yes."""
    for number in range(1, 6):
        pos.delete_product(shop.pos, shop.ids[f"PLATE-{number}"])
    done = shop.sync()
    assert done.status == 3
    assert done.event("guard")["reasons"] == [
        {
            "kind": "delete",
            "count": 5,
            "of": 8,
            "examples": [f"PLATE-{number}" for number in range(1, 6)],
        }
    ]
    assert len(shop.products()) == 8
    assert shop.sync("--check").status == 0
    assert shop.sync("--yes").finished["counts"]["deleted"] == 5


def test_a_shop_that_is_only_checked_is_never_written_to(shop: Stage) -> None:
    """With `store.mode` at *check only* a sync plans and reports (RULES M17)."""
    assert shop.run("settings", "store.mode", "check only").status == 0
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    shop.forget_requests()
    done = shop.sync("--yes")
    assert done.status == 0
    assert done.finished["mode"] == "check only"
    assert list(done.actions) == ["LAMP-1"]
    assert shop.ecom.writes_seen == []


def test_every_sync_is_asked_about_on_request(shop: Stage) -> None:
    """The setting `preview.always`."""
    assert shop.run("settings", "preview.always", "on").status == 0
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    done = shop.sync()
    assert done.status == 3
    assert "preview.always" in done.err
    assert "first sync" not in done.err
    assert shop.sync("--yes").status == 0


def test_a_shop_with_several_registers_says_how_to_choose(bare: Stage) -> None:
    """Status 2 with the remedy; whatever else is wrong with the run is said before."""
    done = bare.sync("--yes")
    assert done.status == 2
    assert "counterpart outlets --register" in done.err
    assert [event["event"] for event in done.events] == ["started", "finished"]
    refused = bare.run("sync", "--json", environ={"COUNTERPART_POS_TOKEN": "lsxs_pt_other"})
    assert refused.status == 2
    assert "token" in refused.err
    assert "register" not in refused.err
