"""What the history says: runs, their changes, and what an undo puts back and leaves (LOOK §10)."""

from typing import Literal

from app.domain.undo_plan import LeftReason
from app.facts.history import ChangeLine, LeftLine, RunLine, UndoFacts
from app.facts.history_days import DayFigures
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.wording import plural, tr
from app.ui.wording_engine import engine
from app.ui.wording_fields import field_word, told

_WHOLE = "product"

Verdict = Literal["info", "done", "attention", "danger"]
"""The tone in which a run is summed up."""


def run_moment(at: float, now: float) -> str:
    """When a run began: the clock tells one from another also on older days."""
    shown, clock = values.moment(at, now), values.clock(at)
    if not at or clock in shown or now - at < 60:
        return shown
    return tr("{day} {clock}").format(day=shown, clock=clock)


def started_by(run: RunLine) -> str:
    """Who or what started a run."""
    return {
        "window": tr("Started by you"),
        "schedule": tr("Started by the schedule"),
        "command": tr("Started by a command"),
    }.get(run.by, tr("Started earlier"))


def by_word(run: RunLine) -> str:
    """Who or what started a run, in a word."""
    return {
        "window": tr("you"),
        "schedule": tr("schedule"),
        "command": tr("command"),
    }.get(run.by, values.NOT_THERE)


def run_look(run: RunLine) -> tuple[str, str]:
    """Icon and colour of how a run ended."""
    if run.failed or run.exit == 2:
        return "fail", "danger"
    if run.exit == 3:
        return "warn", "attention"
    if run.exit == 130:
        return "stop", "neutral"
    return ("undo", "neutral") if run.mode == "undo" else ("check-circle", "success")


def run_result(run: RunLine) -> str:
    """How a run ended, in a few words."""
    if run.exit == 2 and not run.changed:
        return tr("Could not go on")
    if run.exit == 3:
        return tr("Stopped: it waits for your answer")
    if run.mode == "check only":
        return tr("Compared only, nothing was sent")
    return _counted(run)


def _counted(run: RunLine) -> str:
    if run.exit == 130:
        return plural("Stopped after %n product(s)", run.changed)
    if run.mode == "undo":
        done = plural("Put back %n product(s)", run.changed)
    elif run.changed or run.failed:
        done = plural("%n product(s) changed", run.changed)
    else:
        return tr("Nothing to change")
    if not run.failed:
        return done
    return tr("{done}, {failed} failed").format(done=done, failed=values.number(run.failed))


def run_line_text(run: RunLine) -> str:
    """How a run ended, and whether it was undone since."""
    text = run_result(run)
    return tr("{text} · undone").format(text=text) if run.undone else text


def run_failed(run: RunLine) -> str:
    """How many products failed; a dash where nothing was to be sent."""
    return values.number(run.failed) if run.exit in (0, 1, 130) else values.NOT_THERE


def run_spoken(run: RunLine, moment: str) -> str:
    """One run for a screen reader."""
    return tr("{moment}. {result}. {facts}").format(
        moment=moment, result=run_line_text(run), facts=run_facts(run)
    )


def run_verdict(run: RunLine) -> tuple[Verdict, str]:
    """The kind of banner that sums a run up, and its words."""
    if run.failed:
        failed = plural("%n product(s) failed. Why stands first in the list.", run.failed)
        return "danger", failed
    if run.exit == 2:
        return "danger", run_result(run)
    if run.exit == 3:
        return "attention", tr("Stopped: it waits for your answer. Nothing was sent.")
    if run.changed and run.wrote:
        kept = plural("%n product(s) changed, read back and right.", run.changed)
        back = plural("%n product(s) put back, read back and right.", run.changed)
        if run.exit == 130:
            return "info", run_result(run)
        return "done", back if run.mode == "undo" else kept
    return "info", run_result(run)


def run_figures(run: RunLine) -> tuple[tuple[int, str, str], ...]:
    """Counts, what they count, and their colour."""
    counted = (
        (run.updated, tr("updated")),
        (run.created, tr("created")),
        (run.shown, tr("shown")),
        (run.hidden, tr("hidden")),
        (run.deleted, tr("removed")),
    )
    found = tuple((n, words, "text" if n else "text_muted") for n, words in counted)
    return (*found, (run.failed, tr("failed"), "danger" if run.failed else "text_muted"))


def day_changes(day: DayFigures, now: float) -> str:
    """How many products were changed on a day."""
    return tr("{day}: {updated} updated, {made} created or removed").format(
        day=_day(day, now), updated=values.number(day.updated), made=values.number(day.made)
    )


def day_span(day: DayFigures, now: float) -> str:
    """How long the longest sync of a day took."""
    if not day.seconds:
        return tr("{day}: no sync").format(day=_day(day, now))
    return tr("{day}: {span}").format(day=_day(day, now), span=values.span(day.seconds))


def day_failures(day: DayFigures, now: float) -> str:
    """How many products failed on a day."""
    failed = plural("%n product(s) failed", day.failed)
    return tr("{day}: {failed}").format(day=_day(day, now), failed=failed)


def _day(day: DayFigures, now: float) -> str:
    return values.day(day.at, now)


def run_facts(run: RunLine) -> str:
    """Who, how long, what it cost."""
    cost = plural("%n request(s)", run.requests)
    return tr("{by} · took {span} · {cost}").format(
        by=started_by(run), span=values.span(run.seconds), cost=cost
    )


def change_sentence(line: ChangeLine, store: StoreFacts) -> str:
    """One thing that was or will be done: Price £49.50 → £54.00."""
    if line.error:
        return engine(line.error)
    if line.field == _WHOLE:
        return _whole(line)
    word = field_word(line.field)
    if line.variant:
        word = tr("{variant}: {field}").format(variant=line.variant, field=word)
    before = _value(line.field, line.before, store)
    after = _value(line.field, line.after, store)
    if before == after:  # Neither is known, or pictures were exchanged for as many others.
        return word
    return tr("{field} {before} → {after}").format(field=word, before=before, after=after)


def _value(field: str, value: object, store: StoreFacts) -> str:
    if field == "images":
        return values.number(value) if isinstance(value, int) else values.number(0)
    return told(field, value, store).replace("\n", ", ")  # type: ignore[arg-type]


def _whole(line: ChangeLine) -> str:
    if line.result == "planned":
        return {
            "create": tr("Comes back online under a new number, without stock"),
            "delete": tr("Is removed online and switched off"),
            "hide": tr("Is hidden online and switched off"),
            "show": tr("Is shown online and switched on"),
        }.get(line.action, tr("Goes back online"))
    if line.result != "done":
        return tr("Not finished")
    return {
        "create": tr("Created online"),
        "delete": tr("Removed online"),
        "hide": tr("Hidden online"),
        "show": tr("Shown online"),
    }.get(line.action, tr("Updated online"))


def change_look(line: ChangeLine) -> tuple[str, str]:
    """Icon and colour of a change."""
    if line.result == "failed":
        return "fail", "danger"
    if line.result not in ("done", "planned"):
        return "no-sell", "neutral"
    icons = {"create": "plus-box", "delete": "bin", "hide": "eye-off", "show": "eye"}
    if line.field == _WHOLE:
        return icons.get(line.action, "arrow-right"), "neutral"
    return "arrow-right", "waiting"


def left_sentence(line: LeftLine) -> str:
    """What is left, and why."""
    reason = left_reason(line.reason)
    if not line.field:
        return reason
    word = field_word(line.field)
    if line.variant:
        word = tr("{variant}: {field}").format(variant=line.variant, field=word)
    return tr("{field}: {reason}").format(field=word, reason=reason)


def left_reason(reason: LeftReason) -> str:
    """Why something is left as it is."""
    return {
        "changed": tr("It changed online since, so it stays."),
        "edited": tr("It was edited online since, so it stays."),
        "follows": tr("It follows the POS; the next sync would change it again."),
        "gone": tr("It is no longer online."),
        "inactive": tr("It is inactive in the POS, so it stays hidden."),
        "ordered": tr("It was ordered online since, so it stays."),
        "picture": tr("The online store no longer keeps a picture, so they stay."),
        "removed": tr("It was deleted in the POS, so it stays hidden."),
        "sku taken": tr("Another product online has its SKU by now."),
        "stock": tr("Each sync works it out anew."),
        "unclear": tr("It is not known what was there before."),
    }[reason]


def undo_title(facts: UndoFacts, moment: str) -> str:
    """What is about to be undone."""
    if facts.field and facts.product:
        text = tr("Undo {field} of {product} (sync: {moment})")
        return text.format(field=field_word(facts.field), product=facts.product, moment=moment)
    if facts.product:
        return tr("Undo {product} (sync: {moment})").format(product=facts.product, moment=moment)
    return tr("Undo a sync: {moment}").format(moment=moment)


def undo_summary(facts: UndoFacts) -> str:
    """What an undo does, in two sentences at most."""
    if not facts.products:
        return tr("Nothing of it can be put back.")
    text = plural("%n product(s) {goes|go} back to what {it|they} had online.", facts.products)
    if not facts.renumbered:
        return text
    renumbered = plural(
        "%n {comes|come} back with a new number; old links stop working.", facts.renumbered
    )
    return f"{text} {renumbered}"
