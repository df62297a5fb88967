"""What the activity strip and the run panel say: how a run stands, and how the last one ended."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from app.domain.errors import Side
from app.domain.events import Phase
from app.facts.state import Answering, AppState, LastRun, Notice, RunFacts
from app.ui import values
from app.ui.wording import plural, tr
from app.ui.wording_engine import engine

PHASES: tuple[Phase, ...] = ("reading online", "reading POS", "comparing", "writing", "checking")
"""In the order in which they happen: online is read before the POS (RULES M4)."""

_LOOKING = PHASES[:3]
_SOON = 8.0
"""Seconds from which on the pace no longer matters."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the icon and the colour of the theme that go with it."""

    icon: str
    colour: str
    text: str


# How a run stands


def phases_of(run: RunFacts) -> tuple[Phase, ...]:
    """The phases that this kind of run goes through."""
    return PHASES if run.kind in ("sync", "apply") else _LOOKING


def phase_word(phase: Phase, run: RunFacts) -> str:
    """A phase's name; with how many were compared, once that is known."""
    if phase == "comparing":
        done, total = run.read.get(phase, (0, 0))
        count = max(done, total)
        if count:
            return tr("Compare {count}").format(count=values.number(count))
        return tr("Compare")
    return {
        "reading online": tr("Read online store"),
        "reading POS": tr("Read POS"),
        "writing": tr("Send changes"),
        "checking": tr("Check"),
    }[phase]


def run_sentence(run: RunFacts) -> str:
    """How the run under way stands, in one sentence."""
    if run.stopping:
        return tr("Stopping safely: what is on its way is finished first")
    if run.paused:
        return _paused(run)
    if run.phase == "writing":
        return _sending(run)
    if run.phase == "checking":
        return _checking(run)
    if run.phase == "comparing":
        return tr("Comparing both stores")
    return _reading(run)


def _paused(run: RunFacts) -> str:
    left = run.total - run.done - run.failed
    if left <= 0:
        return tr("Paused. It goes on when you say so.")
    return plural("Paused. %n {change waits|changes wait}; what was sent is safe.", left)


def _sending(run: RunFacts) -> str:
    if not run.total:
        return plural("Syncing: %n change(s) sent", run.done)
    return tr("Syncing: {done} of {total} changes sent, {checked} checked").format(
        done=values.number(run.done),
        total=values.number(run.total),
        checked=values.number(run.checked),
    )


def _checking(run: RunFacts) -> str:
    if not run.done:
        return tr("Checking what was sent")
    return tr("Checking what was sent: {checked} of {done}").format(
        checked=values.number(run.checked), done=values.number(run.done)
    )


def _reading(run: RunFacts) -> str:
    done, total = run.read.get(run.phase, (0, 0))
    online = run.phase == "reading online"
    if not done:
        return tr("Reading the online store") if online else tr("Reading your POS")
    if not total:
        if online:
            return plural("Reading the online store: %n product(s)", done)
        return plural("Reading your POS: %n {product or variant|products and variants}", done)
    text = tr("Reading your POS: {done} of {total}")
    if online:
        text = tr("Reading the online store: {done} of {total}")
    return text.format(done=values.number(done), total=values.number(total))


def short_run_sentence(run: RunFacts) -> str:
    """The same for the strip, where there is less room."""
    if run.phase == "writing" and run.total and not (run.stopping or run.paused):
        return tr("Sending changes, {done} of {total}").format(
            done=values.number(run.done), total=values.number(run.total)
        )
    return run_sentence(run)


def pace_sentence(run: RunFacts, now: float) -> str:
    """How long it still takes, or what it waits for; "" where neither says anything."""
    if run.stopping or run.paused:
        return ""
    if run.waiting is not None and run.waiting[1] > now:
        return patience(run.waiting[0], run.waiting[1] - now)
    if run.phase != "writing":
        return ""
    if run.seconds_left is None:
        return tr("Time left not known yet")
    text = tr("{time} left")
    if run.seconds_left >= _SOON:
        text = tr("{time} left at the online store’s pace")
    shown = text.format(time=values.time_left(run.seconds_left))
    return shown[:1].upper() + shown[1:]


def patience(side: Side, seconds: float) -> str:
    """A service asks to be left alone for a while."""
    text = tr("The online store asks for {span} of patience; it goes on by itself")
    if side == "pos":
        text = tr("The POS asks for {span} of patience; it goes on by itself")
    return text.format(span=values.span(max(1.0, seconds)))


def counts_sentence(run: RunFacts) -> str:
    """What was done so far, and how often the services were asked."""
    pos, online = run.requests
    if run.kind not in ("sync", "apply"):
        return tr("Requests: POS {pos}, online {online}").format(
            pos=values.number(pos), online=values.number(online)
        )
    changed = sum(run.counts.get(name, 0) for name in ("updated", "shown", "hidden"))
    return tr(
        "Updated {updated} · Created {created} · Removed {removed} · "
        "Requests: POS {pos}, online {online}"
    ).format(
        updated=values.number(changed),
        created=values.number(run.counts.get("created", 0)),
        removed=values.number(run.counts.get("deleted", 0)),
        pos=values.number(pos),
        online=values.number(online),
    )


# What was last


def last_told(last: LastRun, now: float) -> Told:
    """How the last sync ended."""
    time = when(last.at, now)
    if last.mode == "undo" and last.exit in (0, 1):
        return _undone(last, time)
    if last.mode not in ("sync", "undo"):
        return Told("check-circle", "neutral", _compared(last, time))
    if last.exit == 130:
        return Told("stop", "neutral", _stopped(last))
    if last.exit == 3:
        text = tr("Last sync {time}: nothing was sent, it waits for your answer")
        return Told("warn", "attention", text.format(time=time))
    if last.exit == 2:
        text = tr("Last sync {time} could not go on; what was sent is safe")
        return Told("fail", "danger", text.format(time=time))
    return _ended(last, time)


def _compared(last: LastRun, time: str) -> str:
    if last.planned:
        text = plural(
            "Compared {time}: %n {change waits|changes wait}, nothing was sent", last.planned
        )
    else:
        text = tr("Compared {time}: nothing was sent")
    return text.format(time=time)


def _undone(last: LastRun, time: str) -> Told:
    if last.failed:
        text = tr("Undo {time}: {changed} put back, {failed} failed")
        numbers = {"changed": values.number(last.changed), "failed": values.number(last.failed)}
        return Told("fail", "danger", text.format(time=time, **numbers))
    text = plural("Undo {time}: %n product(s) put back and checked", last.changed)
    return Told("undo", "success", text.format(time=time))


def _stopped(last: LastRun) -> str:
    if last.planned:
        return tr("Stopped after {done} of {total}. The rest waits for the next sync.").format(
            done=values.number(last.changed), total=values.number(last.planned)
        )
    return plural("Stopped after %n change(s). The rest waits for the next sync.", last.changed)


def _ended(last: LastRun, time: str) -> Told:
    numbers = {
        "time": time,
        "changed": values.number(last.changed),
        "failed": values.number(last.failed),
        "attention": values.number(last.attention),
    }
    if last.failed and last.attention:
        text = tr("Last sync {time}: {changed} changed, {failed} failed, {attention} need you")
    elif last.failed:
        text = tr("Last sync {time}: {changed} changed, {failed} failed")
    elif last.attention:
        text = tr("Last sync {time}: {changed} changed, nothing failed, {attention} need you")
    elif last.changed:
        text = tr("Last sync {time}: {changed} changed, nothing failed, checked")
    else:
        text = tr("Last sync {time}: nothing to change, both sides agree")
    icon, colour = "check-circle", "success"
    if last.failed:
        icon, colour = "fail", "danger"
    elif last.attention:
        icon, colour = "warn", "attention"
    return Told(icon, colour, text.format(**numbers))


def when(at: float, now: float) -> str:
    """The time of day where it was today, else the day."""
    today = values.day(now, now)
    return values.clock(at) if values.day(at, now) == today else values.day(at, now)


# The strip's right half


def answering_word(side: Side, answering: Answering) -> str:
    """Whether a store answers."""
    if side == "pos":
        return {
            "unknown": tr("POS not asked yet"),
            "answers": tr("POS answers"),
            "silent": tr("POS does not answer"),
            "refused": tr("POS refuses the token"),
        }[answering]
    return {
        "unknown": tr("Online store not asked yet"),
        "answers": tr("Online store answers"),
        "silent": tr("Online store does not answer"),
        "refused": tr("Online store refuses the token"),
    }[answering]


def schedule_word(state: AppState, now: float) -> str:
    """When it goes on by itself, or why it doesn't; "" where there is nothing to say."""
    run = state.run
    if run.active:
        text = tr("Started by itself {time}") if run.by_schedule else tr("Started by you {time}")
        return text.format(time=when(run.started, now))
    if state.next_look is None:
        return ""
    if state.preview is not None or state.undoing is not None or state.question is not None:
        return tr("Schedule waits for you")
    return tr("Next sync {time}").format(time=when(state.next_look, now))


# What was just done


def notice_told(notice: Notice) -> Told:
    """A passing message about what was just done."""
    if notice.kind == "not saved":
        text = engine(notice.text) or tr("That could not be saved on this computer")
        return Told("fail", "danger", text)
    if notice.kind == "not forgotten":
        text = tr("Nothing was forgotten. {reason}").format(reason=engine(notice.text))
        return Told("fail", "danger", text)
    if notice.kind == "nothing to undo":
        return Told("info", "neutral", tr("There is nothing to undo"))
    if notice.kind == "mishap":
        text = tr(
            "Something went wrong in this window. Your stores are safe; the log file says more."
        )
        return Told("fail", "danger", text)
    counted = _COUNTED.get(notice.kind)
    text = counted(notice.count) if counted is not None else _plain(notice)
    return Told("check-circle", "success", text)


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "sold": lambda n: plural("%n product(s) will be sold online from the next sync on", n),
    "kept off": lambda n: plural("%n product(s) will be kept off the online store", n),
    "as in POS": lambda n: plural("%n product(s) {follows|follow} the POS again", n),
    "copied": lambda n: plural("%n line(s) copied", n),
    "day passed": lambda n: plural("A day passed in the sample stores: %n thing(s) happened", n),
    "left out": lambda n: plural("%n change(s) left out; {it stays|they stay} waiting", n),
}


def _plain(notice: Notice) -> str:
    file = PurePath(notice.text.replace("\\", "/")).name
    return {
        "edit kept": tr("The online edit is kept until the POS changes it"),
        "edit put back": tr("The POS value goes back online at the next sync"),
        "linked": tr("Linked; the next sync brings both into step"),
        "unlinked": tr("Unlinked; what is online is left alone"),
        "outlets kept": tr("The outlets are kept and count from the next sync on"),
        "setting kept": tr("The setting is kept"),
        "exported": tr("Saved as {file}").format(file=file),
        "undone": tr("Undone"),
        "redone": tr("Done again"),
    }[notice.kind]
