"""The writes of single steps, and whether a read shows that one has been done (RULES M7)."""

import hashlib
from dataclasses import dataclass, field, replace

from app.domain.actions import Action
from app.domain.categories import CategoryLink, same_name
from app.domain.errors import NotThere, Refused
from app.domain.pairing import Link, OurPicture
from app.domain.pictures import MAIN
from app.domain.product import EcomCategory, EcomProduct, EcomRead, PosImage
from app.domain.steps import (
    AddPicture,
    AssignCategory,
    CreateCategory,
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
from app.sync.context import Context
from app.sync.pull_online import take_over


@dataclass(slots=True)
class Work:
    """One action under way: what eCom had, what it has, and what came into being.

    `doubtful`: a picture was sent again though the first sending may arrive yet.
    """

    action: Action
    run: int
    ecom_id: int
    link: Link
    read: EcomRead | None = None
    stale: bool = True
    doubtful: bool = False
    before_ids: frozenset[str] = frozenset()
    pictures: list[OurPicture] = field(default_factory=list)
    variations: dict[str, int] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    """Pictures that were fetched before the first write, by address."""

    @property
    def raw(self) -> bytes:
        """The newest raw answer about the product."""
        return self.read.raw[self.ecom_id] if self.read else b"{}"

    @property
    def there(self) -> EcomProduct | None:
        """The product as last read by id."""
        return self.read.products[0] if self.read else None


class Writer:
    """Sends the write of a step, and looks for its traces."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def look(self, work: Work) -> None:
        """Read the product by id; the first look is kept as the before-image."""
        read = await self._context.ecom.product(work.ecom_id)
        take_over(self._context, read)
        if work.read is None:
            self._context.journal.save_before(work.run, work.action.key, read.raw[work.ecom_id])
            work.before_ids = frozenset(read.products[0].image_ids)
        work.read = read
        work.stale = False

    async def write(self, work: Work, step: Step) -> str:
        """Send the write; returns the id of what came into being, if anything did."""
        if isinstance(step, CreateVariation | PutVariation | DeleteVariation):
            return await self._write_variation(work, step)
        if isinstance(step, CreateCategory | RenameCategory | AssignCategory | UnassignCategory):
            return await self._write_category(work, step)
        ecom, product_id = self._context.ecom, work.ecom_id
        match step:
            case PutProduct():
                await ecom.put_product(product_id, self._final(step.values), work.raw)
            case PutOptions():
                await ecom.put_options(product_id, step.add, step.drop, step.drop_names, work.raw)
            case DeletePicture():
                await self._delete_picture(work, step)
            case DeleteProduct():
                await ecom.delete_product(product_id)
            case _:
                raise TypeError(f"{type(step).__name__} has a way of its own")
        return ""

    async def _write_variation(
        self, work: Work, step: CreateVariation | PutVariation | DeleteVariation
    ) -> str:
        ecom, product_id = self._context.ecom, work.ecom_id
        match step:
            case CreateVariation():
                values = self._final(step.values)
                made = await ecom.create_variation(product_id, step.options, values)
                work.variations[step.pos_id] = made
                return str(made)
            case PutVariation():
                values = self._final(step.values)
                await ecom.put_variation(
                    product_id, step.variation_id, values, step.options, work.raw
                )
            case DeleteVariation():
                await ecom.delete_variation(product_id, step.variation_id)
        return ""

    async def _write_category(
        self,
        work: Work,
        step: CreateCategory | RenameCategory | AssignCategory | UnassignCategory,
    ) -> str:
        ecom = self._context.ecom
        match step:
            case CreateCategory():
                parent = self._category_id(step.parent_id) if step.parent_id is not None else None
                made = await ecom.create_category(step.name, parent)
                self._link_category(step, made)
                return str(made)
            case RenameCategory():
                await ecom.rename_category(step.ecom_id, step.name)
                links = self._context.state.category_links
                links[step.pos_id] = replace(links[step.pos_id], name=step.name)
                self._context.mirror.save_category_links(links)
            case AssignCategory():
                category_id = step.ecom_id or self._category_id(step.pos_id)
                await ecom.assign_category(category_id, [work.ecom_id])
            case UnassignCategory():
                await ecom.unassign_category(step.ecom_id, [work.ecom_id])
        return ""

    def _final(self, values: Values) -> Values:
        return final_values(self._context, values)

    def _link_category(self, step: CreateCategory, ecom_id: int) -> None:
        links = self._context.state.category_links
        links[step.pos_id] = CategoryLink(ecom_id, True, step.name, step.parent_id)
        self._context.state.category_ids[step.pos_id] = ecom_id
        self._keep_category(step, ecom_id)
        self._link_twins(step, ecom_id)
        self._context.mirror.save_category_links(links)

    def _link_twins(self, step: CreateCategory, ecom_id: int) -> None:
        """Other POS categories of the same parent and name have found theirs (RULES M18)."""
        state = self._context.state
        links = state.category_links
        parent = links[step.parent_id].ecom_id if step.parent_id in links else None
        for one in state.pos_categories:
            above = links[one.parent_id].ecom_id if one.parent_id in links else None
            known = one.id in links or (one.parent_id is not None and above is None)
            if not known and above == parent and same_name(one.name) == same_name(step.name):
                links[one.id] = CategoryLink(ecom_id, False, one.name, one.parent_id)
                state.category_ids[one.id] = ecom_id

    def _keep_category(self, step: CreateCategory, ecom_id: int) -> None:
        state = self._context.state
        parent = self._category_id(step.parent_id) if step.parent_id is not None else None
        others = tuple(known for known in state.ecom_categories if known.id != ecom_id)
        state.ecom_categories = (*others, EcomCategory(ecom_id, step.name, parent))
        self._context.mirror.save_ecom_categories(state.ecom_categories)

    def _category_id(self, pos_id: str) -> int:
        link = self._context.state.category_links.get(pos_id)
        if link is None:
            raise Refused(
                "ecom", "Its category could not be created online.", "The next sync tries again."
            )
        return link.ecom_id

    # Pictures

    async def fetch_picture(self, work: Work, step: AddPicture) -> tuple[AddPicture, bytes]:
        """The picture's bytes, and the step with its content hash."""
        if step.source == "ecom":
            known = work.contents.get(step.url) or await self._context.ecom.picture(step.url)
            return replace(step, token=content_token(known)), known
        image = PosImage(step.image_id, step.url)
        content = await self._context.pos.picture(image)
        token = content_token(content)
        self._context.state.tokens[image.id, image.url] = token
        self._context.mirror.save_tokens({(image.id, image.url): token})
        return replace(step, token=token), content

    async def upload(self, work: Work, step: AddPicture, content: bytes) -> str:
        """Send one picture to where it belongs."""
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

    # Traces

    async def shows(self, work: Work, step: Step) -> bool:
        """Whether a read by id shows that the step has been done."""
        if isinstance(step, CreateCategory):
            return await self.find_category(step)
        try:
            await self.look(work)
        except NotThere:
            return isinstance(step, DeleteProduct)
        there = work.there
        return there is not None and self._shown(work, step, there)

    def _shown(self, work: Work, step: Step, there: EcomProduct) -> bool:
        match step:
            case CreateVariation():
                return self._adopt_variation(work, step, there)
            case DeleteVariation():
                return all(variation.id != step.variation_id for variation in there.variations)
            case AddPicture():
                return self._adopt_picture(work, step, there)
            case DeletePicture():
                return not step.variation_pos_id and step.image_id not in there.image_ids
            case _:
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

    async def find_category(self, step: CreateCategory) -> bool:
        """Link the category that an earlier sending created, if one did."""
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


def content_token(content: bytes) -> str:
    """The content hash under which a picture is known."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


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
