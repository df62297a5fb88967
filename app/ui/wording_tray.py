"""What stands in the system tray, and what is told there of a run that has ended."""

from dataclasses import dataclass

from app.facts.state import AppState, LastRun
from app.ui.wording import plural, tr
from app.ui.wording_trouble import trouble_words


@dataclass(frozen=True, slots=True)
class News:
    """How a run ended; `needs_you` where somebody has to decide or mend something."""

    title: str
    text: str
    needs_you: bool


def news_of(state: AppState) -> News:
    """What to tell of the run that has just ended."""
    if state.trouble is not None:
        said = trouble_words(state.trouble)
        return News(said.title, said.text, said.tone != "neutral")
    last = state.last
    if state.preview is not None or (last is not None and last.exit == 3):
        return News(
            tr("A sync waits for your yes"),
            tr("Open Counterpart and look through the preview."),
            needs_you=True,
        )
    if last is not None and last.at >= state.run.started:
        return _ended(last)
    return News(tr("Both stores were read"), tr("Nothing was sent."), needs_you=False)


def _ended(last: LastRun) -> News:
    went = plural("%n change(s) went online.", last.changed)
    if not last.changed:
        went = tr("Nothing had to change online.")
    if last.failed:
        title = plural("%n change(s) failed in the sync", last.failed)
        return News(title, went, needs_you=True)
    if last.attention:
        title = plural("%n {product needs|products need} you", last.attention)
        return News(title, went, needs_you=True)
    return News(tr("The sync is done"), went, needs_you=False)


def tray_tip(state: AppState) -> str:
    """What the icon says under the pointer."""
    if state.run.active:
        return tr("Counterpart: a sync is running")
    if state.waiting:
        return plural("Counterpart: %n {change waits|changes wait}", state.waiting)
    return tr("Counterpart")
