"""The command line: every command with its switches and help (DESIGN §8)."""

import argparse
from typing import Any, TypeAlias

from app import __version__
from app.domain.fields import FIELDS

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - has no public name

_EPILOG = (
    "Exit status: 0 done; 1 done, some products failed or need attention; 2 could not run; "
    "3 waits for a yes; 130 stopped."
)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    root = argparse.ArgumentParser(
        prog="counterpart",
        **_told("Keeps a Lightspeed Retail POS catalogue and a Lightspeed eCom shop in step."),
    )
    root.add_argument("--version", action="version", version=f"Counterpart {__version__}")
    root.add_argument("--demo", action="store_true", help="use the sample stores")
    root.add_argument(
        "--self-test",
        action="store_true",
        help="open the window unseen, sync the sample stores once, check, and say how it went",
    )
    root.add_argument(
        "--out", metavar="FILE", help="with --self-test: also write how it went there, as JSON"
    )
    commands = root.add_subparsers(
        dest="command", metavar="COMMAND", help="without a command the window opens"
    )
    _add_sync(commands)
    _add_looking(commands)
    _add_choosing(commands)
    text = "Ask for the two stores and their tokens, and test them."
    commands.add_parser("connect", help=text, **_told(text))
    text = "Find out, on your own stores, what their documentation leaves open."
    confirm = commands.add_parser("confirm", help=text, **_told(text))
    confirm.add_argument("name", nargs="?", metavar="NAME", help="what to find out; without: all")
    text = "Save a bundle for whoever helps, without secrets."
    bundle = commands.add_parser("diagnose", help=text, **_told(text))
    bundle.add_argument("file", nargs="?", metavar="FILE", help="the .zip to write")
    for command in commands.choices.values():
        command.add_argument(
            "--demo", action="store_true", default=argparse.SUPPRESS, help="use the sample stores"
        )
    return root


def _told(text: str) -> dict[str, Any]:
    return {"description": text, "epilog": _EPILOG, "allow_abbrev": False}


def _add_sync(commands: _Commands) -> None:
    text = "Bring the online store in step with the POS."
    run = commands.add_parser("sync", help=text, **_told(text))
    run.add_argument("--check", action="store_true", help="plan only, write nothing")
    run.add_argument("--full", action="store_true", help="read both stores in full")
    run.add_argument("--yes", action="store_true", help="say yes to what would be asked")
    run.add_argument("--json", action="store_true", help="one event a line on standard output")


def _add_looking(commands: _Commands) -> None:
    text = "Every pair with its status, as last read."
    status = commands.add_parser("status", help=text, **_told(text))
    _as_json(status)
    text = "Past runs, or what one of them did."
    history = commands.add_parser("history", help=text, **_told(text))
    history.add_argument("run", nargs="?", type=int, metavar="RUN", help="one run; without: all")
    _as_json(history)
    _add_undo(commands)


def _add_undo(commands: _Commands) -> None:
    text = "Put back what a past run did in the online store. Shows what first."
    undo = commands.add_parser("undo", help=text, **_told(text))
    undo.add_argument("run", type=int, metavar="RUN", help="the run's number (see history)")
    undo.add_argument("--product", metavar="KEY", help="only this product: its key or SKU")
    names = [item.name for item in FIELDS]
    undo.add_argument("--field", choices=names, metavar="FIELD", help="only this field")
    undo.add_argument("--check", action="store_true", help="plan only, write nothing")
    undo.add_argument("--yes", action="store_true", help="put back what is shown")
    undo.add_argument("--json", action="store_true", help="one event a line on standard output")


def _add_choosing(commands: _Commands) -> None:
    text = "Show or choose outlets and the order register."
    outlets = commands.add_parser("outlets", help=text, **_told(text))
    _as_json(outlets)
    _ids(outlets, "--tick", "count its stock")
    _ids(outlets, "--untick", "leave it out")
    outlets.add_argument("--register", metavar="ID", help="the till that takes the online orders")
    text = "Choose which products are sold online."
    online = commands.add_parser("online", help=text, **_told(text))
    online.add_argument("skus", nargs="*", metavar="SKU", help="a product, or any of its variants")
    online.add_argument("--all", action="store_true", help="every product")
    flag = online.add_mutually_exclusive_group(required=True)
    for name, told in (
        ("on", "sell it online"),
        ("off", "keep it off"),
        ("follow", "do as the POS's own switch says"),
    ):
        flag.add_argument(f"--{name}", dest="flag", action="store_const", const=name, help=told)
    text = "Online orders that hold stock back."
    orders = commands.add_parser("orders", help=text, **_told(text))
    _as_json(orders)
    _ids(orders, "--booked", "are in the POS now")
    text = "Show or change settings."
    settings = commands.add_parser("settings", help=text, **_told(text))
    settings.add_argument("key", nargs="?", metavar="KEY", help="the setting; without: all")
    settings.add_argument("value", nargs="?", metavar="VALUE", help="its new value")
    _as_json(settings)


def _as_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="as one JSON object")


def _ids(command: argparse.ArgumentParser, switch: str, told: str) -> None:
    command.add_argument(switch, nargs="+", action="extend", default=[], metavar="ID", help=told)
