"""Pictures for the screens: asked for once, fetched off the window's loop, told when there."""

from collections import OrderedDict
from collections.abc import Sequence

from app.controller.circle import Circle
from app.controller.desk import Desk
from app.controller.workplace import PictureSource, Workplace
from app.domain.errors import CounterpartError
from app.facts.extras import PictureAddress

_KEPT = 600
"""Pictures kept as bytes; the screens keep what they have drawn."""


class Pictures:
    """`wishes.Wishes.picture`: bytes by a row's picture reference or by an address."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._known: OrderedDict[str, bytes] = OrderedDict()
        self._asked: set[str] = set()
        self._source: PictureSource | None = None
        self._place: Workplace | None = None

    def picture(self, ref: str) -> bytes | None:
        """The bytes if they are here, else None, and they are told as "pictures" later."""
        if not ref:
            return b""
        if ref in self._known:
            self._known.move_to_end(ref)
            return self._known[ref]
        if ref not in self._asked and self._circle.desk is not None:
            self._asked.add(ref)
            self._circle.start(f"picture {ref}", self._fetch(ref))
        return None

    def forget(self) -> None:
        """Another workplace: its pictures are others."""
        self._known.clear()
        self._asked.clear()

    async def _fetch(self, ref: str) -> None:
        circle = self._circle
        place, desk = circle.here
        source = await self._source_of(place)
        try:
            content = await circle.errands.run(_content(source, place, desk, ref))
        except CounterpartError:
            content = None
        finally:
            self._asked.discard(ref)
        if circle.place is not place:
            return
        self._known[ref] = content or b""
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        circle.change("pictures", ids=frozenset({ref}))

    async def _source_of(self, place: Workplace) -> PictureSource:
        if self._source is None or self._place is not place:
            await self.close()
            self._place = place
            self._source = await self._circle.errands.call(place.pictures)
        return self._source

    async def close(self) -> None:
        """Close the connections to the picture hosts."""
        source, self._source = self._source, None
        if source is not None:
            await self._circle.errands.run(source.aclose())


async def _content(source: PictureSource, place: Workplace, desk: Desk, ref: str) -> bytes | None:
    if "://" in ref:
        return await source.picture(ref)
    address = _address(place, desk, ref)
    return await source.picture(address.small) if address is not None else None


def _address(place: Workplace, desk: Desk, ref: str) -> PictureAddress | None:
    """The first picture of a record, from what its store last told."""
    mirror = desk.session.mirror
    if ref.startswith("ecom:"):
        raw = mirror.raw_ecom(int(ref.removeprefix("ecom:")))
        found: Sequence[PictureAddress] = place.ecom_extras(raw or b"").pictures
    elif ref.startswith("own:"):
        found = place.variant_pictures(mirror.raw_pos(ref.removeprefix("own:")) or b"")
    else:
        found = place.pos_extras(mirror.raw_pos(ref) or b"").pictures
    return found[0] if found else None
