"""The commands (DESIGN §8): the same engine as the window's, for schedulers, servers and tests."""

import argparse
import asyncio
import getpass
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal

from app import __version__
from app.assembly import Assembly, trial_services
from app.connectors.open import pos_url
from app.connectors.pacing import steady_time
from app.console import Console, both
from app.domain.assessing import Assessment
from app.domain.choices import Choices, Flag
from app.domain.errors import CounterpartError, KeyringUnavailable, SettingsWrong
from app.domain.events import COUNTED, Event, Finished, Mode
from app.domain.planning import assess_all
from app.domain.product import Outlet, Register
from app.domain.rules import SETTINGS, declared
from app.json_lines import Json, Wording, line, pair, printed
from app.log import log_file
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.storage.secrets import Credentials, StoreAddresses, Tokens
from app.sync.ports import Scope
from app.sync.run import Options, sync
from app.sync.storage_ports import MirrorState
from app.sync.world import glance

_log = logging.getLogger(__name__)

EXIT_DONE, EXIT_SOME, EXIT_NOT_RUN, EXIT_ASK, EXIT_STOPPED = 0, 1, 2, 3, 130

EPILOG = (
    "Exit status: 0 done; 1 done, some products failed or need attention; 2 could not run; "
    "3 waits for a yes; 130 stopped."
)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    root = argparse.ArgumentParser(
        prog="counterpart",
        description="Keeps a Lightspeed Retail POS catalogue and a Lightspeed eCom shop in step.",
        epilog=EPILOG,
    )
    root.add_argument("--version", action="version", version=f"Counterpart {__version__}")
    root.add_argument("--demo", action="store_true", help="use the sample stores")
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    _add_sync(commands)
    _add_rest(commands)
    return root


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    added = commands.add_parser(name, help=text, description=text, epilog=EPILOG)
    added.add_argument(
        "--demo", action="store_true", default=argparse.SUPPRESS, help="use the sample stores"
    )
    return added


def _add_sync(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = _command(commands, "sync", "Bring the online shop in step with the POS.")
    run.add_argument("--check", action="store_true", help="plan only, write nothing")
    run.add_argument("--full", action="store_true", help="read both stores in full")
    run.add_argument("--yes", action="store_true", help="say yes to what would be asked")
    run.add_argument("--json", action="store_true", help="one event a line on standard output")


def _add_rest(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    status = _command(commands, "status", "Every pair with its status, as last read.")
    status.add_argument("--json", action="store_true", help="as one JSON object")
    outlets = _command(commands, "outlets", "Show or choose outlets and the order register.")
    outlets.add_argument("--json", action="store_true", help="as one JSON object")
    outlets.add_argument("--tick", nargs="+", default=[], metavar="ID", help="count its stock")
    outlets.add_argument("--untick", nargs="+", default=[], metavar="ID", help="leave it out")
    outlets.add_argument("--register", metavar="ID", help="the till that takes online orders")
    online = _command(commands, "online", "Choose which products are sold online.")
    online.add_argument("skus", nargs="*", metavar="SKU")
    online.add_argument("--all", action="store_true", help="every product")
    flag = online.add_mutually_exclusive_group(required=True)
    flag.add_argument("--on", dest="flag", action="store_const", const="on")
    flag.add_argument("--off", dest="flag", action="store_const", const="off")
    flag.add_argument("--follow", dest="flag", action="store_const", const="follow")
    orders = _command(commands, "orders", "Online orders that hold stock back.")
    orders.add_argument("--json", action="store_true", help="as one JSON object")
    orders.add_argument("--booked", nargs="+", default=[], metavar="ID", help="are in the POS now")
    history = _command(commands, "history", "Past runs.")
    history.add_argument("--json", action="store_true", help="as one JSON object")
    settings = _command(commands, "settings", "Show or change settings.")
    settings.add_argument("key", nargs="?", metavar="KEY")
    settings.add_argument("value", nargs="?", metavar="VALUE")
    settings.add_argument("--json", action="store_true", help="as one JSON object")
    _command(commands, "connect", "Ask for the two stores and their tokens, and test them.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    given = parser().parse_args(arguments)
    if given.command is None:
        parser().print_help(sys.stderr)
        return EXIT_NOT_RUN
    try:
        assembly = Assembly(os.environ, demo=given.demo)
        with log_file(assembly.folders.logs, assembly.mask):
            return _COMMANDS[given.command](assembly, given)
    except CounterpartError as error:
        _say(str(error))
        return EXIT_NOT_RUN
    except KeyboardInterrupt:
        return EXIT_STOPPED


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - messages go to standard error


def _put(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - what the command was asked for


def _put_json(value: Json) -> None:
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a real stream here
    _put(printed(value))


# sync


def _sync(assembly: Assembly, given: argparse.Namespace) -> int:
    options = Options(check=given.check, full=given.full, yes=given.yes)
    return asyncio.run(_run_sync(assembly, options, as_json=given.json))


async def _run_sync(assembly: Assembly, options: Options, *, as_json: bool) -> int:
    console = Console()
    printer = _JsonPrinter()
    announce = both(console.tell, printer.tell) if as_json else console.tell
    try:
        async with assembly.engine(both(announce, _logged)) as context:
            printer.words(context.state, context.mirror.text)
            with _stopped_by_signals(context.stop):
                return (await sync(context, options)).exit
    except CounterpartError as error:
        _say(str(error))
        _log.error("%s", error)
        announce(_not_run(options))
        return EXIT_NOT_RUN


def _not_run(options: Options) -> Finished:
    mode: Mode = "check" if options.check else "sync"
    return Finished(None, mode, EXIT_NOT_RUN, dict.fromkeys(COUNTED, 0), {"pos": 0, "ecom": 0})


def _logged(event: Event) -> None:
    _log.info("%s", event)


class _JsonPrinter:
    """Prints events as JSON lines; what it needs for words comes once the mirror is open."""

    def __init__(self) -> None:
        self._wording = Wording(lambda _: None, {})
        self._state: MirrorState | None = None
        self._text: Callable[[str], str | None] = lambda _: None

    def words(self, state: MirrorState, text: Callable[[str], str | None]) -> None:
        self._state, self._text = state, text

    def tell(self, event: Event) -> None:
        categories = self._state.ecom_categories if self._state else ()
        wording = Wording(self._text, {category.id: category for category in categories})
        found = line(event, wording)
        if found is not None:
            _put_json(found)


@contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    """Ctrl-C and SIGTERM stop the run safely; a second Ctrl-C at once."""
    loop = asyncio.get_running_loop()

    def ask(number: int) -> None:
        _say("Stopping after the products that are being written …")
        loop.call_soon_threadsafe(stop.set)
        signal.signal(number, signal.SIG_DFL)

    before = {
        number: signal.signal(number, lambda n, _: ask(n))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


# Looking at the mirror


def _status(assembly: Assembly, given: argparse.Namespace) -> int:
    with assembly.database(_say) as database:
        mirror = SqliteMirror(database)
        state = mirror.load()
        found = _assessments(assembly, state)
        if given.json:
            categories = {category.id: category for category in state.ecom_categories}
            wording = Wording(mirror.text, categories)
            _put_json({"pairs": [pair(one, wording) for one in found]})
            return EXIT_DONE
    counts: dict[str, int] = {}
    for one in found:
        counts[one.status] = counts.get(one.status, 0) + 1
    for status, count in sorted(counts.items(), key=lambda item: -item[1]):
        _put(f"{count:6}  {status}")
    for one in found:
        for reason in one.reasons:
            _put(f"{_named(one)}: {reason}")
    return EXIT_DONE


def _named(found: Assessment) -> str:
    if found.product is not None:
        return f"{found.product.head.sku} {found.product.head.name}".strip()
    return found.there.name if found.there else ""


def _assessments(assembly: Assembly, state: MirrorState) -> tuple[Assessment, ...]:
    world = glance(state, assembly.choices(), assembly.rules(), steady_time())
    return assess_all(world.catalogue, world.situation)


def _history(assembly: Assembly, given: argparse.Namespace) -> int:
    with assembly.database(_say) as database:
        runs = SqliteJournal(database).runs()
    if given.json:
        rows = [
            {
                "run": run.run,
                "started": run.started,
                "seconds": run.seconds,
                "mode": run.mode,
                "exit": run.exit,
                "counts": dict(run.counts),
                "requests": dict(run.requests),
                "writes": run.writes,
                "undone": run.undone,
            }
            for run in runs
        ]
        _put_json({"runs": rows})
        return EXIT_DONE
    if not runs:
        _put("No sync has run yet.")
    for run in runs:
        told = ", ".join(f"{count} {name}" for name, count in run.counts.items() if count)
        _put(f"{run.run:5}  {run.started}  exit {run.exit}  {told or 'nothing'}")
    return EXIT_DONE


# Choosing


def _online(assembly: Assembly, given: argparse.Namespace) -> int:
    if bool(given.skus) == given.all:
        raise SettingsWrong("Name the SKUs, or say --all.", "One of the two.")
    with assembly.database(_say) as database:
        state = SqliteMirror(database).load()
    by_sku: dict[str, set[str]] = {}
    for record in state.records.values():
        if not record.deleted:
            by_sku.setdefault(record.sku, set()).add(record.family_key)
    keys, unknown = _keys(given, by_sku)
    file = assembly.choices_file()
    choices = assembly.choices()
    flag: Flag = given.flag
    file.write(replace(choices, flags={**choices.flags, **dict.fromkeys(keys, flag)}))
    _say(f"{len(keys)} products set to {flag}. It takes effect with the next sync.")
    for sku in unknown:
        _say(f"There is no product with the SKU {sku}. (A sync reads new products first.)")
    return EXIT_SOME if unknown else EXIT_DONE


def _keys(given: argparse.Namespace, by_sku: Mapping[str, set[str]]) -> tuple[set[str], list[str]]:
    if given.all:
        return {key for keys in by_sku.values() for key in keys}, []
    keys: set[str] = set()
    unknown: list[str] = []
    for sku in given.skus:
        found = by_sku.get(sku.strip())
        if found:
            keys |= found
        else:
            unknown.append(sku)
    return keys, unknown


def _outlets(assembly: Assembly, given: argparse.Namespace) -> int:
    outlets, registers = asyncio.run(_read_outlets(assembly))
    choices = assembly.choices()
    if given.tick or given.untick or given.register:
        choices = chosen_outlets(
            choices, outlets, registers, given.tick, given.untick, given.register
        )
        assembly.choices_file().write(choices)
    register = _chosen_register(choices, registers)
    locked = register.outlet_id if register else None
    rows = [
        {
            "id": outlet.id,
            "name": outlet.name,
            "ticked": outlet.id in choices.outlets or outlet.id == locked,
            "locked": outlet.id == locked,
        }
        for outlet in outlets
    ]
    if given.json:
        shown = None if register is None else _register_row(register)
        _put_json(
            {"register": shown, "registers": [_register_row(r) for r in registers], "outlets": rows}
        )
        return EXIT_DONE
    for outlet in rows:
        mark = "x" if outlet["ticked"] else " "
        why = "  (takes the online orders)" if outlet["locked"] else ""
        _put(f"[{mark}] {outlet['name']}  {outlet['id']}{why}")
    for till in registers:
        mark = "*" if register is not None and till.id == register.id else " "
        _put(f" {mark}  register {till.name}  {till.id}")
    return EXIT_DONE


def _register_row(register: Register) -> Json:
    return {"id": register.id, "name": register.name, "outlet_id": register.outlet_id}


def _chosen_register(choices: Choices, registers: tuple[Register, ...]) -> Register | None:
    """The chosen register; a shop with one register has it chosen (RULES M19)."""
    if choices.register is None and len(registers) == 1:
        return registers[0]
    return next((r for r in registers if r.id == choices.register), None)


async def _read_outlets(assembly: Assembly) -> tuple[tuple[Outlet, ...], tuple[Register, ...]]:
    async with assembly.services() as services:
        outlets, registers = await services.pos.outlets(), await services.pos.registers()
        return outlets.living, registers.living


def chosen_outlets(
    choices: Choices,
    outlets: tuple[Outlet, ...],
    registers: tuple[Register, ...],
    tick: Sequence[str],
    untick: Sequence[str],
    register: str | None,
) -> Choices:
    """Judge all switches together (RULES M19). Raises `SettingsWrong`; then nothing changes."""
    known = {outlet.id: outlet for outlet in outlets}
    for outlet_id in (*tick, *untick):
        if outlet_id not in known:
            raise SettingsWrong(
                f"There is no outlet {outlet_id}.", "`counterpart outlets` lists them."
            )
    by_id = {one.id: one for one in registers}
    if register is not None and register not in by_id:
        raise SettingsWrong(
            f"There is no register {register}.", "`counterpart outlets` lists them."
        )
    chosen = by_id.get(register or "") or _chosen_register(choices, registers)
    if chosen is not None and chosen.outlet_id in untick:
        raise SettingsWrong(
            f"{known[chosen.outlet_id].name} can't be unticked: its register {chosen.name} takes "
            "the online orders.",
            "Choose another register first, with --register.",
        )
    ticked = (choices.outlets | set(tick)) - set(untick)
    if chosen is not None:
        ticked |= {chosen.outlet_id}
    return replace(choices, register=chosen.id if chosen else None, outlets=frozenset(ticked))


def _orders(assembly: Assembly, given: argparse.Namespace) -> int:
    with assembly.database(_say) as database:
        mirror = SqliteMirror(database)
        holds = [hold for hold in mirror.holds() if not hold.ended]
        records = mirror.load().records
    choices = assembly.choices()
    if given.booked:
        choices = replace(choices, booked=choices.booked | set(given.booked))
        assembly.choices_file().write(choices)
    known = {hold.order_id for hold in holds}
    unknown = [order for order in given.booked if order not in known]
    holds = [hold for hold in holds if hold.order_id not in choices.booked]
    rows = [
        {
            "order": hold.order_id,
            "sku": records[hold.pos_id].sku if hold.pos_id in records else "",
            "pos_id": hold.pos_id,
            "quantity": hold.quantity,
            "since": hold.since,
        }
        for hold in holds
    ]
    if given.json:
        _put_json({"orders": rows})
    else:
        for row in rows:
            _put(f"{row['order']}  {row['quantity']} of {row['sku']}")
        if not rows:
            _put("No online order holds stock.")
    for order in unknown:
        _say(f"The order {order} holds no stock.")
    return EXIT_SOME if unknown else EXIT_DONE


def _settings(assembly: Assembly, given: argparse.Namespace) -> int:
    if given.value is not None:
        assembly.set_rule(given.key, declared(given.key).read(given.value))
    if given.key is not None:
        declared(given.key)
    values = assembly.rules().values
    shown = [setting for setting in SETTINGS if given.key in (None, setting.key)]
    if given.json:
        rows = [
            {
                "key": setting.key,
                "value": _json_setting(values[setting.key]),
                "default": _json_setting(setting.default),
                "kind": setting.kind,
                "choices": list(setting.choices),
            }
            for setting in shown
        ]
        _put_json({"settings": rows})
        return EXIT_DONE
    for setting in shown:
        value = values[setting.key]
        told = {True: "on", False: "off"}.get(value, value) if isinstance(value, bool) else value
        _put(f"{setting.key} = {told}   {setting.label}")
    return EXIT_DONE


def _json_setting(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value


# connect


def _connect(assembly: Assembly, given: argparse.Namespace) -> int:
    del given
    _say("The POS: its name as in NAME.retail.lightspeed.app, and a personal token")
    _say("(back office, Setup, Personal tokens). Counterpart only ever reads the POS.")
    address = pos_url(input("POS name: "))
    pos_token = getpass.getpass("POS token (not shown): ").strip()
    _say("The online shop: its store number, and the secret token of its custom app.")
    stores = StoreAddresses(address, input("Store number: ").strip())
    ecom_token = getpass.getpass("Online shop token (not shown): ").strip()
    stores = stores.overridden(
        {name: os.environ[name] for name in ("COUNTERPART_ECOM_URL",) if name in os.environ}
    )
    found = Credentials(
        stores.pos_url, stores.ecom_url, stores.ecom_store_id, pos_token, ecom_token
    )
    missing = asyncio.run(_test_connection(assembly, found))
    _save(assembly, stores, found)
    return EXIT_SOME if missing else EXIT_DONE


async def _test_connection(assembly: Assembly, found: Credentials) -> bool:
    services = trial_services(assembly, found)
    try:
        pos, ecom = await services.pos.shop(), await services.ecom.shop()
        _say(f"Found the POS of {pos.name} and the online shop {ecom.name}.")
        scopes = (*await services.pos.scopes(), *await services.ecom.scopes())
        for scope in scopes:
            _say(f"  [{'x' if scope.granted else ' '}] {scope.purpose}")
        lacking = [scope for scope in scopes if scope.needed and not scope.granted]
        for scope in lacking:
            _say(_lacking(scope))
        return bool(lacking)
    finally:
        await services.pos.aclose()
        await services.ecom.aclose()


def _lacking(scope: Scope) -> str:
    return f"The token may not {scope.purpose}. Make one that has the permission {scope.name}."


def _save(assembly: Assembly, stores: StoreAddresses, found: Credentials) -> None:
    tokens = Tokens()
    try:
        tokens.save(stores.entry("pos"), found.pos_token)
        tokens.save(stores.entry("ecom"), found.ecom_token)
    except KeyringUnavailable as error:
        raise KeyringUnavailable(error.message, f"{error.remedy} Nothing was saved.") from error
    assembly.save_stores(stores)
    _say("Both tokens are in this computer's keyring. Next: `counterpart sync --check`.")


_COMMANDS: dict[str, Callable[[Assembly, argparse.Namespace], int]] = {
    "sync": _sync,
    "status": _status,
    "outlets": _outlets,
    "online": _online,
    "orders": _orders,
    "history": _history,
    "settings": _settings,
    "connect": _connect,
}
