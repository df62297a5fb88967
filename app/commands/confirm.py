"""`counterpart confirm`: experiments on real stores, each told and asked about beforehand."""

import argparse
import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

from app import __version__
from app.assembly import Assembly
from app.commands.speaking import EXIT_ASK, EXIT_DONE, EXIT_SOME, put, say
from app.confirming.bench import Bench, Confirmation, Finding
from app.confirming.experiments import CONFIRMATIONS, called
from app.confirming.workpieces import Workshop
from app.connectors.pacing import steady_time
from app.domain.errors import SettingsWrong

_YES = frozenset({"y", "yes"})
_NO = frozenset({"n", "no"})


def confirm(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `confirm`: one experiment, or the list of all."""
    if given.name is None:
        for experiment in CONFIRMATIONS:
            for line in _described(experiment):
                put(line)
        return asyncio.run(_swept(assembly)) if _left(assembly) else EXIT_DONE
    found = called(given.name)
    if found is None:
        raise SettingsWrong(
            f"There is nothing called {given.name} to confirm.",
            "`counterpart confirm` lists what there is.",
        )
    if found.writes and assembly.profile.rules().text("store.mode") == "check only":
        raise SettingsWrong(
            "The online store is set to check only, and this makes a test product there.",
            "`counterpart settings store.mode sync` allows writing again.",
        )
    return asyncio.run(_carried_out(assembly, found))


class Terminal:
    """A person at a terminal, as `confirming.ports.Person`."""

    def say(self, text: str) -> None:
        """Tell one line."""
        say(text)

    def agrees(self, question: str) -> bool:
        """Ask for a yes; anything else is a no."""
        return self.asked(f"{question} [y/N]").lower() in _YES

    def answers(self, question: str) -> bool | None:
        """Ask for a yes or a no; None for anything else."""
        told = self.asked(f"{question} [y/n]").lower()
        return told in _YES if told in _YES | _NO else None

    def did(self, task: str) -> None:
        """Give something to do by hand and wait for Enter."""
        self.asked(f"{task} Then press Enter.")

    def asked(self, question: str) -> str:
        """One line of an answer. Raises `SettingsWrong` when nobody is there."""
        with _interruptible():
            say(question)
            try:
                return input().strip()
            except EOFError:
                raise SettingsWrong(
                    "There is nobody to answer here.", "Run `counterpart confirm` in a terminal."
                ) from None


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C end waiting for an answer, which the event loop's own way would not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        task = asyncio.current_task()
        if task is not None and task.cancelling():  # It came just before.
            raise asyncio.CancelledError
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _described(experiment: Confirmation) -> Iterator[str]:
    yield f"{experiment.name}: {experiment.question}"
    for step in experiment.steps:
        yield f"    {step}"
    if experiment.writes:
        yield "    remove the test product"


def _left(assembly: Assembly) -> bool:
    return bool(assembly.profile.test_products_file().read().get("left"))


async def _swept(assembly: Assembly) -> int:
    async with _bench(assembly) as bench:
        await bench.workshop.sweep()
        return EXIT_SOME if bench.workshop.left else EXIT_DONE


async def _carried_out(assembly: Assembly, experiment: Confirmation) -> int:
    async with _bench(assembly) as bench:
        await bench.workshop.sweep()
        for line in _described(experiment):
            say(line)
        if not bench.person.agrees("The POS is never written to. Go on?"):
            say("Nothing was done.")
            return EXIT_ASK
        finding = await experiment.run(bench)
        _tell(experiment, finding)
        return EXIT_DONE if finding.found and not bench.workshop.left else EXIT_SOME


@asynccontextmanager
async def _bench(assembly: Assembly) -> AsyncIterator[Bench]:
    """Both stores and what experiments work with; no sync may run meanwhile."""
    person = Terminal()
    async with assembly.services() as services:
        with assembly.one_run():
            notebook = assembly.profile.test_products_file()
            workshop = Workshop(services.ecom, person, notebook, steady_time, asyncio.sleep)
            yield Bench(services.pos, services.ecom, person, workshop, steady_time, asyncio.sleep)


def _tell(experiment: Confirmation, finding: Finding) -> None:
    say(finding.told)
    if not finding.found:
        return
    say(_meaning(finding))
    say("For a report to the makers of Counterpart:")
    today = datetime.now(UTC).date().isoformat()
    put(f"{experiment.name}: {finding.reading} (Counterpart {__version__}, {today})")


def _meaning(finding: Finding) -> str:
    if finding.as_assumed is None:
        return "Counterpart works either way."
    if finding.as_assumed:
        return "This is what Counterpart expects."
    return "Counterpart expects otherwise: report it before you go on."
