"""A second look at what an undo sent twice: a picture may have arrived after all (RULES M5, M7).

A sync plans anew and so drops what is one too many. An undo can't: it knows the pictures by their
content alone, so it drops only what has the very content that it sent.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.domain.errors import CounterpartError, ServiceError
from app.domain.pictures import MAIN
from app.domain.steps import CreateProduct, DeletePicture
from app.sync.carry import Carrier
from app.sync.context import Context, Stopped
from app.sync.writing import Work, content_token


async def drop_doubled_pictures(context: Context, run: int, works: Sequence[Work]) -> None:
    """Wait until no picture can arrive any more, then drop those that stand there twice."""
    if not works or context.stop.is_set():
        return
    context.say(
        f"Waiting {context.doubt_seconds:.0f} seconds until no lost picture can arrive any more, "
        f"then looking again at {len(works)} of the products.",
        "warning",
    )
    try:
        await context.unless_stopped(context.sleep(context.doubt_seconds))
    except Stopped:
        return
    carrier = Carrier(context, run)
    for work in works:
        try:
            await _drop(context, carrier, work)
        except ServiceError as error:
            text = f"{work.action.name} may have a picture twice: {error}"
            context.say(text, "warning", work.action.key)


async def _drop(context: Context, carrier: Carrier, work: Work) -> None:
    await carrier.look(work)
    surplus = _surplus(work, await _contents(context, work))
    for image_id in surplus:
        await carrier.step(work, DeletePicture(image_id))
    if surplus:
        await carrier.look(work)
    context.journal.save_after(work.run, work.action.key, work.raw)


def _surplus(work: Work, contents: Mapping[str, str]) -> list[str]:
    """Of what came into the gallery meanwhile: what was sent, beyond how often it was to be."""
    sent = [p for p in work.pictures if p.image_id in contents]
    wanted = Counter(picture.token for picture in sent)
    if not wanted.keys() & set(contents.values()):
        # The store keeps pictures in a form of its own.
        wanted = Counter(contents[picture.image_id] for picture in sent)
    ours = frozenset(wanted)
    surplus = []
    for image_id, content in contents.items():
        if wanted[content] > 0:
            wanted[content] -= 1
        elif content in ours:
            surplus.append(image_id)
    return surplus


async def _contents(context: Context, work: Work) -> dict[str, str]:
    """The contents of the pictures that came into the gallery since the undo began, by id."""
    seen, _ = context.ecom.snapshot(work.raw)
    if seen is None or work.there is None:
        return {}
    made = any(isinstance(step, CreateProduct) for step in work.action.steps)
    former = frozenset({MAIN}) if made else work.before_ids | {MAIN}
    found = {}
    for image_id in work.there.image_ids:
        address = seen.addresses.get(image_id)
        if image_id in former or not address:
            continue
        try:
            found[image_id] = content_token(await context.ecom.picture(address))
        except CounterpartError:
            continue
    return found
