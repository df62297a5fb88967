"""`counterpart status` and `counterpart history`: what is known on this computer, no network."""

import argparse
from collections import Counter
from dataclasses import replace

from app.assembly import Assembly
from app.commands.speaking import EXIT_DONE, EXIT_SOME, put, put_json, say
from app.connectors.pacing import steady_time
from app.domain.assessing import Assessment
from app.domain.planning import Plan, make_plan
from app.json_answers import past_action, past_run
from app.json_lines import Wording, pair
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.sync.storage_ports import MirrorState
from app.sync.world import glance


def status(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `status`."""
    with assembly.database() as database:
        mirror = SqliteMirror(database)
        state = assembly.load(database)
        writing = frozenset(step.key for step in SqliteJournal(database).open_steps())
        plan = _plan(assembly, state, writing)
        found = plan.assessments
        if given.json:
            places = state.shop.currency_precision if state.shop else 2
            wording = Wording(mirror.text, state.ecom_categories, places)
            actions = {action.key: action for action in plan.actions}
            put_json({"pairs": [pair(one, actions.get(one.key), wording) for one in found]})
            return EXIT_DONE
    for word, count in Counter(one.status for one in found).most_common():
        put(f"{count:6}  {word}")
    for one in found:
        for reason in one.reasons:
            put(f"{_named(one)}: {reason}")
    return EXIT_DONE


def _named(found: Assessment) -> str:
    if found.product is not None:
        return f"{found.product.head.sku} {found.product.head.name}".strip()
    return found.there.name if found.there else ""


def _plan(assembly: Assembly, state: MirrorState, writing: frozenset[str]) -> Plan:
    """What the next sync would do if nothing else changed; nothing is fetched for it."""
    world = glance(state, assembly.choices(), assembly.profile.rules(), steady_time())
    situation = replace(world.situation, in_flight=writing)
    return make_plan(world.catalogue, situation, lambda _: None)


def history(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `history`."""
    with assembly.database() as database:
        journal = SqliteJournal(database)
        if given.run is not None:
            return _one_run(journal, given)
        runs = journal.runs()
    if given.json:
        put_json({"runs": [past_run(run) for run in runs]})
        return EXIT_DONE
    if not runs:
        put("No sync has run yet.")
    for run in runs:
        told = ", ".join(f"{count} {name}" for name, count in run.counts.items() if count)
        what = f"undo of {run.undoes}: " if run.undoes is not None else ""
        undone = "  (undone)" if run.undone else ""
        put(f"{run.run:5}  {run.started}  exit {run.exit}  {what}{told or 'nothing'}{undone}")
    return EXIT_DONE


def _one_run(journal: SqliteJournal, given: argparse.Namespace) -> int:
    """What one run did, product by product."""
    kept = journal.kept_actions(given.run)
    if not kept:
        say(f"Run {given.run} changed nothing, or its history is no longer kept.")
    if given.json:
        told = next((run for run in journal.runs() if run.run == given.run), None)
        put_json(
            {
                "run": given.run,
                "by": told.by if told is not None else "",
                "undoes": told.undoes if told is not None else None,
                "actions": [past_action(one) for one in kept],
            }
        )
        return EXIT_DONE if kept else EXIT_SOME
    for one in kept:
        fields = ", ".join(dict.fromkeys(change.field for change in one.changes))
        put(
            f"{one.kind:8} {one.result or 'unfinished':10} {one.sku}  {one.name}  {fields}".rstrip()
        )
        if one.error:
            put(f"         {one.error}")
    return EXIT_DONE if kept else EXIT_SOME
