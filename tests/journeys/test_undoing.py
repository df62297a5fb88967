"""`undo`: the plan first, then what was asked for, in words and as JSON (RULES M14)."""

from app.sample import mutations_pos as pos
from tests.journeys.forms import keys
from tests.journeys.stage import Stage


def test_undo_shows_its_plan_and_waits_for_a_yes(shop: Stage) -> None:
    """Without --yes nothing is sent; with it the online store has what it had."""
    before = shop.products()["MUG-1"]["price"]
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    done = shop.sync("--json")
    run = str(done.finished["run"])
    assert shop.products()["MUG-1"]["price"] == 99
    asked = shop.run("undo", run)
    assert asked.status == 3
    assert "MUG-1" in asked.err
    assert "--yes" in asked.err
    assert shop.products()["MUG-1"]["price"] == 99
    undone = shop.run("undo", run, "--yes", "--json")
    assert undone.status == 0, undone.err
    assert shop.products()["MUG-1"]["price"] == before
    assert undone.finished["mode"] == "undo"
    told = undone.event("undo")
    keys(told, "event", "of_run", "left", "new_numbers")
    assert told["left"] == []
    assert undone.actions["MUG-1"]["changes"][0]["field"] == "price"
    again = shop.sync("--json")
    assert again.finished["writes"] == 0
    runs = shop.run("history", "--json").answer["runs"]
    by_number = {one["run"]: one for one in runs}
    assert by_number[int(run)]["undone"] is True
    told = shop.run("history", str(undone.finished["run"]), "--json").answer
    assert (told["undoes"], told["by"]) == (int(run), "command")


def test_undo_of_one_field_of_one_product(shop: Stage) -> None:
    """By SKU or key; `history RUN` tells what a run did."""
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    pos.rename(shop.pos, shop.ids["MUG-1"], "Cup")
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 98)
    run = str(shop.sync("--json").finished["run"])
    told = shop.run("history", run, "--json").answer
    assert {one["sku"] for one in told["actions"]} == {"MUG-1", "LAMP-1"}
    assert "LAMP-1" in shop.run("history", run).out
    done = shop.run("undo", run, "--product", "MUG-1", "--field", "price", "--yes")
    assert done.status == 0, done.err
    products = shop.products()
    assert products["MUG-1"]["price"] != 99
    assert products["MUG-1"]["name"] == "Cup"
    assert products["LAMP-1"]["price"] == 98


def test_undo_of_what_is_not_there(shop: Stage) -> None:
    """A run that is not known, and a product that it did nothing about: exit status 2."""
    assert shop.run("undo", "77").status == 2
    assert shop.run("history", "77").status == 1
    pos.reprice(shop.pos, shop.ids["MUG-1"], 99)
    run = str(shop.sync("--json").finished["run"])
    refused = shop.run("undo", run, "--product", "NO-SUCH", "--yes", "--json")
    assert refused.status == 2
    assert refused.finished["exit"] == 2
    checked = shop.run("undo", run, "--check", "--json")
    assert checked.status == 0
    assert checked.finished["mode"] == "check"
