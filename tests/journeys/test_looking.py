"""`status`, `history`, `orders` and help: looking changes nothing and needs no network."""

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import orders
from app.sample.e_series import products as online
from tests.journeys.forms import check_pair, check_totals, keys
from tests.journeys.stage import Stage, ended

COMMANDS = (
    "sync",
    "status",
    "outlets",
    "online",
    "orders",
    "history",
    "undo",
    "settings",
    "connect",
)


def test_status_tells_every_pair_without_asking_anybody(shop: Stage) -> None:
    """All statuses of the moment, from the mirror alone."""
    shop.add_online("Gift card", "GIFT", 25.0)
    with shop.ecom.lock:
        plate = shop.products()["PLATE-3"]
        online.update(shop.ecom, plate["id"], {"name": "Plate, by hand"})
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    pos.delete_product(shop.pos, shop.ids["PLATE-1"])
    pos.deactivate(shop.pos, shop.ids["PLATE-2"])
    shop.add("Tea pot", "POT-1", 44.0)
    shop.add("Twin", "TWIN", 1.0)
    shop.add("Other twin", "TWIN", 2.0)
    assert shop.sync("--check", "--full").status == 1
    shop.forget_requests()
    told = shop.run("status", "--json")
    assert told.status == 0
    keys(told.answer, "pairs")
    for pair in told.answer["pairs"]:
        check_pair(pair)
    statuses = {pair["sku"]: pair["status"] for pair in told.answer["pairs"]}
    assert statuses == {
        "MUG-1": "in sync",
        "LAMP-1": "update waiting",
        "TEE-NS": "in sync",
        "OIL-1": "not sold online",
        "PLATE-1": "to be removed",
        "PLATE-2": "update waiting",
        "PLATE-3": "edited online",
        "PLATE-4": "in sync",
        "PLATE-5": "in sync",
        "POT-1": "to be created",
        "TWIN": "needs attention",
        "GIFT": "only online",
    }
    pairs = {pair["sku"]: pair for pair in told.answer["pairs"]}
    assert pairs["GIFT"]["pos_id"] is None
    assert pairs["POT-1"]["ecom_id"] is None
    assert pairs["OIL-1"]["sell_online"] is False
    assert "TWIN" in " ".join(pairs["TWIN"]["reasons"])
    assert pairs["PLATE-2"]["differences"] == [
        {"field": "enabled", "variant": None, "pos": False, "ecom": True}
    ]
    words = shop.run("status")
    assert "update waiting" in words.out
    assert shop.pos.http_requests() == shop.ecom.http_requests() == 0


def test_a_computer_that_knows_nothing_says_so(bare: Stage) -> None:
    """Empty answers, no error."""
    assert bare.run("status", "--json").answer == {"pairs": []}
    assert bare.run("history", "--json").answer == {"runs": []}
    assert bare.run("orders", "--json").answer == {"orders": []}
    assert "No sync has run yet" in bare.run("history").out


def test_history_keeps_the_runs(shop: Stage) -> None:
    """Newest first, with what they cost; checks are no runs."""
    pos.reprice(shop.pos, shop.ids["LAMP-1"], 79.5)
    assert shop.sync("--check").finished["run"] is None
    done = shop.sync()
    answer = shop.run("history", "--json").answer
    keys(answer, "runs")
    newest, first = answer["runs"]
    names = ("run", "started", "seconds", "mode", "exit", "counts", "requests", "writes")
    for run in (newest, first):
        keys(run, *names, "undone")
        check_totals(run)
    same = ("run", "seconds", "mode", "exit", "counts", "requests", "writes")
    assert {name: newest[name] for name in same} == {name: done.finished[name] for name in same}
    assert newest["undone"] is False
    assert first["counts"]["created"] == 8


def test_orders_hold_stock_until_they_are_booked(shop: Stage) -> None:
    """A sold piece is not put back; marked as booked, its hold ends (RULES M4)."""
    mug = shop.products()["MUG-1"]
    with shop.ecom.lock:
        order = orders.place(shop.ecom, [orders.Line(mug["id"], 2)])
    assert shop.sync("--full").event("planned")["actions"] == []
    assert shop.products()["MUG-1"]["quantity"] == 6
    (row,) = shop.run("orders", "--json").answer["orders"]
    keys(row, "order", "sku", "pos_id", "quantity", "since")
    assert (row["order"], row["sku"], row["quantity"]) == (order, "MUG-1", 2)
    booked = shop.run("orders", "--booked", order, "NO-SUCH")
    assert booked.status == 1
    assert "NO-SUCH" in booked.err
    till.receive_stock(shop.pos, shop.ids["MUG-1"], shop.outlets[0], 1)
    assert shop.sync().status == 0
    assert shop.products()["MUG-1"]["quantity"] == 9


def test_every_command_explains_itself(bare: Stage) -> None:
    """Switches and exit statuses; asking for help opens nothing."""
    started = {command: bare.start(command, "--help") for command in COMMANDS}
    for command, process in started.items():
        done = ended(process)
        assert done.status == 0
        assert f"usage: counterpart {command}" in done.out
        assert "Exit status" in done.out
    assert not bare.home.exists()


def test_the_commands_are_listed(bare: Stage) -> None:
    """With `--help` on request, else as an error."""
    listed = bare.run("--help").out
    assert all(f"  {command} " in listed for command in COMMANDS)
    assert bare.run("nonsense").status == 2
