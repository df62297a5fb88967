"""Sample stores for rehearsal: `python -m app.sample serve` and `python -m app.sample day`."""

import argparse
import os
import sys
import tempfile
import threading
from pathlib import Path

from app.sample.demo import PRODUCTS, SEED, Demo
from app.sample.e_series import e_series_app
from app.sample.serving import SocketServer
from app.sample.x_series import x_series_app


def main() -> int:
    """Serve both stores over sockets until interrupted, or let a day pass in the demo's stores."""
    parser = argparse.ArgumentParser(prog="python -m app.sample", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve both stores on this computer alone")
    serve.add_argument("--products", type=int, default=PRODUCTS)
    serve.add_argument("--seed", type=int, default=SEED)
    day = commands.add_parser("day", help="let things happen in the stores of `--demo`")
    day.add_argument("folder", type=Path, help="the folder sample-stores of the data folder")
    day.add_argument("--seed", type=int, default=1)
    day.add_argument("--steps", type=int, default=40)
    given = parser.parse_args()
    return _serve(given) if given.command == "serve" else _day(given)


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _serve(given: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo.open(Path(folder), given.products, given.seed)
        with SocketServer(x_series_app(demo.pos), e_series_app(demo.ecom)) as server:
            pos, ecom = server.urls
            demo.ecom.public_url = ecom
            form = "set {}={}" if os.name == "nt" else "export {}={}"
            for name, value in (
                ("COUNTERPART_POS_URL", f"{pos}/api"),
                ("COUNTERPART_POS_TOKEN", demo.pos_token),
                ("COUNTERPART_ECOM_URL", f"{ecom}/api/v3"),
                ("COUNTERPART_ECOM_STORE_ID", demo.store_id),
                ("COUNTERPART_ECOM_TOKEN", demo.ecom_token),
            ):
                _tell(form.format(name, value))
            _tell("Serving until Ctrl-C.")
            try:
                threading.Event().wait()
            except KeyboardInterrupt:
                return 0
    return 0


def _day(given: argparse.Namespace) -> int:
    demo = Demo.open(given.folder)
    for happened in demo.day(given.seed, given.steps):
        _tell(happened.replace("_", " "))
    demo.save()
    return 0


if __name__ == "__main__":
    sys.exit(main())
