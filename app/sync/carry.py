"""Carries out one action: intend, read, write, read, settle (DESIGN §5, RULES M5, M16)."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from app.domain.actions import Action
from app.domain.assessing import Situation, settled_base
from app.domain.categories import CategoryLink
from app.domain.errors import NotThere, OutcomeUnknown, Refused, ServiceError
from app.domain.pairing import Link, OurPicture, PosProduct
from app.domain.pictures import MAIN
from app.domain.product import EcomProduct, EcomRead, PosImage
from app.domain.steps import (
    AddPicture,
    AdjustStock,
    AssignCategory,
    CreateCategory,
    CreateProduct,
    CreateVariation,
    DeletePicture,
    DeleteProduct,
    DeleteVariation,
    PutOptions,
    PutProduct,
    PutVariation,
    RenameCategory,
    Step,
    UnassignCategory,
    Values,
)
from app.domain.verifying import unmet, written_fields
from app.sync.context import Context
from app.sync.pull import forget_online, take_over

_SENDINGS = 3
"""How often a repeatable write is sent before its product counts as failed."""


class StockInDoubt(Exception):
    """A stock difference was sent and its reply lost: never resent, looked at later (M5)."""


@dataclass(slots=True)
class Work:
    """One action under way: what eCom had, what it has, and what came into being."""

    action: Action
    run: int
    ecom_id: int
    link: Link
    read: EcomRead | None = None
    stale: bool = True
    before_ids: frozenset[str] = frozenset()
    pictures: list[OurPicture] = field(default_factory=list)
    variations: dict[str, int] = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        """The newest raw answer about the product."""
        return self.read.raw[self.ecom_id] if self.read else b"{}"

    @property
    def there(self) -> EcomProduct | None:
        """The product as last read by id."""
        return self.read.products[0] if self.read else None


class Carrier:
    """Carries out the steps of actions, one product at a time."""

    def __init__(self, context: Context, run: int) -> None:
        self._context = context
        self._run = run

    def begin(self, action: Action, ecom_id: int) -> Work:
        """Start work on an action whose product exists."""
        link = self._context.state.links.get(action.key) or Link(ecom_id)
        return Work(
            action,
            self._run,
            ecom_id,
            link,
            variations=dict(link.variations),
            pictures=list(link.pictures),
        )

    async def look(self, work: Work) -> None:
        """Read the product by id; the first look is kept as the before-image."""
        read = await self._context.ecom.product(work.ecom_id)
        take_over(self._context, read)
        if work.read is None:
            self._context.journal.save_before(work.run, work.action.key, read.raw[work.ecom_id])
            work.before_ids = frozenset(read.products[0].image_ids)
        work.read = read
        work.stale = False

    async def step(self, work: Work, step: Step) -> None:
        """Do one step. Raises `ServiceError`s, and `StockInDoubt`."""
        if isinstance(step, AdjustStock):
            await self._adjust(work, step)
            return
        if isinstance(step, PutOptions) and work.stale:
            await self.look(work)
        if isinstance(step, AddPicture):
            await self._add_picture(work, step)
            return
        await self._send(work, step, lambda: self._write(work, step))
        if isinstance(step, PutOptions | CreateVariation | PutVariation | DeleteVariation):
            work.stale = True

    async def _send(self, work: Work, step: Step, call: Callable[[], Awaitable[str]]) -> None:
        """Send a write that may be repeated; after a lost reply look before repeating."""
        for sending in range(1, _SENDINGS + 1):
            step_id = self._intend(work, step)
            try:
                result = await call()
            except OutcomeUnknown as error:
                if await self._shows(work, step):
                    self._context.journal.settle(step_id, "done", "seen")
                    return
                if sending == _SENDINGS:
                    self._context.journal.settle(step_id, "unknown", error.message)
                    raise
                self._context.journal.settle(step_id, "failed", "not seen")
            except ServiceError as error:
                if await self._was_done_before(work, step, error):
                    self._context.journal.settle(step_id, "done", "seen")
                    return
                self._context.journal.settle(step_id, "failed", error.message)
                raise
            else:
                self._context.journal.settle(step_id, "done", result)
                return

    def _intend(self, work: Work, step: Step) -> int:
        now = int(self._context.now())
        return self._context.journal.intend(work.run, work.action.key, work.ecom_id, step, now)

    async def _was_done_before(self, work: Work, step: Step, error: ServiceError) -> bool:
        """A refusal that says: an earlier sending got through."""
        if isinstance(error, NotThere) and isinstance(
            step, DeleteProduct | DeleteVariation | DeletePicture | UnassignCategory
        ):
            return True
        duplicated = isinstance(error, Refused) and error.code == "COMBINATION_DUPLICATED"
        return duplicated and isinstance(step, CreateVariation) and await self._shows(work, step)

    async def _shows(self, work: Work, step: Step) -> bool:
        """Whether a read by id shows that the step has been done."""
        if isinstance(step, CreateCategory):
            return await self._category_exists(step)
        try:
            await self.look(work)
        except NotThere:
            return isinstance(step, DeleteProduct)
        there = work.there
        if there is None:
            return False
        if isinstance(step, CreateVariation):
            return self._adopt_variation(work, step, there)
        if isinstance(step, DeleteVariation):
            return all(variation.id != step.variation_id for variation in there.variations)
        if isinstance(step, AddPicture):
            return self._adopt_picture(work, step, there)
        if isinstance(step, DeletePicture) and not step.variation_pos_id:
            return step.image_id not in there.image_ids
        return False

    def _adopt_variation(self, work: Work, step: CreateVariation, there: EcomProduct) -> bool:
        taken = set(work.variations.values())
        for variation in there.variations:
            if variation.id not in taken and dict(variation.options) == dict(step.options):
                work.variations[step.pos_id] = variation.id
                return True
        return False

    def _adopt_picture(self, work: Work, step: AddPicture, there: EcomProduct) -> bool:
        """Ids that are neither in the before-image nor known are ours (RULES M7)."""
        if step.place != "gallery":
            return False
        known = work.before_ids | {picture.image_id for picture in work.pictures}
        new = [image_id for image_id in there.image_ids if image_id not in known]
        if not new:
            return False
        work.pictures.append(OurPicture(new[0], "", step.token))
        return True

    async def _category_exists(self, step: CreateCategory) -> bool:
        state = self._context.state
        state.ecom_categories = await self._context.ecom.categories()
        parent = self._category_id(step.parent_id) if step.parent_id else None
        found = [
            category.id
            for category in state.ecom_categories
            if category.name == step.name and (category.parent_id or None) == parent
        ]
        if found:
            self._link_category(step, min(found))
        return bool(found)

    # The writes

    async def _write(self, work: Work, step: Step) -> str:
        ecom, product_id = self._context.ecom, work.ecom_id
        match step:
            case PutProduct():
                await ecom.put_product(product_id, self._final(step.values), work.raw)
            case PutOptions():
                await ecom.put_options(product_id, step.add, step.drop, step.drop_names, work.raw)
            case CreateVariation():
                made = await ecom.create_variation(
                    product_id, step.options, self._final(step.values)
                )
                work.variations[step.pos_id] = made
                return str(made)
            case PutVariation():
                await ecom.put_variation(
                    product_id,
                    step.variation_id,
                    self._final(step.values),
                    step.options,
                    work.raw,
                )
            case DeleteVariation():
                await ecom.delete_variation(product_id, step.variation_id)
            case DeletePicture():
                await self._delete_picture(work, step)
            case DeleteProduct():
                await ecom.delete_product(product_id)
            case CreateCategory() | RenameCategory():
                return await self._write_category(step)
            case AssignCategory():
                await ecom.assign_category(self._category_id(step.pos_id), [product_id])
            case UnassignCategory():
                await ecom.unassign_category(step.ecom_id, [product_id])
            case CreateProduct() | AdjustStock() | AddPicture():
                raise TypeError(f"{type(step).__name__} has its own way")
        return ""

    def _final(self, values: Values) -> Values:
        return final_values(self._context, values)

    async def _write_category(self, step: CreateCategory | RenameCategory) -> str:
        links = self._context.state.category_links
        if isinstance(step, RenameCategory):
            await self._context.ecom.rename_category(step.ecom_id, step.name)
            links[step.pos_id] = replace(links[step.pos_id], name=step.name)
            self._context.mirror.save_category_links(links)
            return ""
        parent = self._category_id(step.parent_id) if step.parent_id is not None else None
        made = await self._context.ecom.create_category(step.name, parent)
        self._link_category(step, made)
        return str(made)

    def _link_category(self, step: CreateCategory, ecom_id: int) -> None:
        links = self._context.state.category_links
        links[step.pos_id] = CategoryLink(ecom_id, True, step.name, step.parent_id)
        self._context.state.category_ids[step.pos_id] = ecom_id
        self._context.mirror.save_category_links(links)

    def _category_id(self, pos_id: str) -> int:
        link = self._context.state.category_links.get(pos_id)
        if link is None:
            raise Refused(
                "ecom", "Its category could not be created online.", "The next sync tries again."
            )
        return link.ecom_id

    # Pictures

    async def _add_picture(self, work: Work, step: AddPicture) -> None:
        image = PosImage(step.image_id, step.url)
        content = await self._context.pos.picture(image)
        token = hashlib.blake2b(content, digest_size=16).hexdigest()
        self._context.state.tokens[image.id, image.url] = token
        self._context.mirror.save_tokens({(image.id, image.url): token})
        known = replace(step, token=token)
        await self._send(work, known, lambda: self._upload(work, known, content))

    async def _upload(self, work: Work, step: AddPicture, content: bytes) -> str:
        ecom = self._context.ecom
        if step.place == "variation":
            variation_id = work.variations[step.variation_pos_id]
            await ecom.set_variation_picture(work.ecom_id, variation_id, content)
            return ""
        if step.place == "main":
            await ecom.set_main_picture(work.ecom_id, content)
            _replace_picture(work, OurPicture(MAIN, "", step.token))
            return MAIN
        made = await ecom.add_gallery_picture(work.ecom_id, content)
        work.pictures.append(OurPicture(made, "", step.token))
        return made

    async def _delete_picture(self, work: Work, step: DeletePicture) -> None:
        if not step.variation_pos_id:
            await self._context.ecom.delete_picture(work.ecom_id, step.image_id)
            work.pictures = [p for p in work.pictures if p.image_id != step.image_id]
            return
        variation_id = step.variation_id or work.variations[step.variation_pos_id]
        await self._context.ecom.delete_variation_picture(work.ecom_id, variation_id)

    # Stock

    async def _adjust(self, work: Work, step: AdjustStock) -> None:
        """Write the difference to what a read by id says right before (RULES M5)."""
        if work.stale:
            await self.look(work)
        quantity = _quantity(work, step)
        if quantity is None:
            return
        target = min(quantity, step.cap)
        if quantity < step.raise_to:
            target = step.raise_to
        if target == quantity:
            return
        step_id = self._intend(work, step)
        try:
            await self._context.ecom.adjust_stock(
                work.ecom_id, step.variation_id, target - quantity
            )
        except OutcomeUnknown as error:
            self._context.journal.settle(step_id, "unknown", error.message)
            raise StockInDoubt from error
        except ServiceError as error:
            self._context.journal.settle(step_id, "failed", error.message)
            raise
        self._context.journal.settle(step_id, "done", str(target - quantity))

    # Reading back

    async def read_back(self, work: Work) -> list[str]:
        """Look again; returns what eCom kept otherwise, in words."""
        await self.look(work)
        if work.there is None:
            return ["nothing"]
        work.link = self.keep_link(work, work.there)
        return unmet(work.action, work.there, work.variations)

    def listed(self, work: Work, listed: EcomProduct, page: EcomRead) -> bool:
        """Whether a listing shows the product as it was written; then it is taken over."""
        existing = {variation.id for variation in listed.variations}
        if not set(work.variations.values()) <= existing:
            return False
        if unmet(work.action, listed, work.variations):
            return False
        raw = {listed.id: page.raw[listed.id]}
        take_over(self._context, EcomRead((listed,), raw, page.texts))
        work.read = EcomRead((listed,), raw)
        work.link = self.keep_link(work, listed)
        return True

    def keep_link(self, work: Work, there: EcomProduct) -> Link:
        """Keep what came into being: variations and pictures of ours that are really there."""
        existing = {variation.id for variation in there.variations}
        present = set(there.image_ids)
        pictures = tuple(
            p._replace(mark=there.main_image_mark) if p.image_id == MAIN and not p.mark else p
            for p in work.pictures
            if p.image_id in present
        )
        link = replace(
            self._context.state.links.get(work.action.key) or work.link,
            variations={k: v for k, v in work.variations.items() if v in existing},
            pictures=pictures,
        )
        self._context.state.links[work.action.key] = link
        self._context.mirror.save_links({work.action.key: link})
        return link

    def settle(
        self, work: Work, product: PosProduct, there: EcomProduct, situation: Situation
    ) -> None:
        """Move the base to what the POS has and what eCom answered (RULES M1)."""
        base = settled_base(
            product,
            there,
            work.link,
            self._context.state.bases.get(work.action.key),
            situation,
            written_fields(work.action),
        )
        self._context.state.bases[work.action.key] = base
        self._context.mirror.save_bases({work.action.key: base})

    def forget(self, work: Work) -> None:
        """A product that is deleted online leaves the mirror, its link and its base."""
        forget_online(self._context, [work.ecom_id])


def final_values(context: Context, values: Values) -> Values:
    """Values as they are sent: a description's digest gives way to its HTML."""
    digest = values.get("description")
    if not isinstance(digest, str) or not digest:
        return values
    text = context.mirror.text(digest)
    if text is None:
        raise Refused("ecom", "Its description is not at hand.", "Run a full sync.")
    return {**values, "description": text}


def _replace_picture(work: Work, picture: OurPicture) -> None:
    work.pictures = [p for p in work.pictures if p.image_id != picture.image_id]
    work.pictures.insert(0, picture)


def _quantity(work: Work, step: AdjustStock) -> int | None:
    there = work.there
    if there is None:
        return None
    if step.variation_id is None:
        return None if there.unlimited else there.quantity or 0
    for variation in there.variations:
        if variation.id == step.variation_id:
            return None if variation.unlimited else variation.quantity or 0
    return None
