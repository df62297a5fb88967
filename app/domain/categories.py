"""POS categories and their eCom counterparts, linked by id (R20, RULES M18)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.normal_form import plain_text
from app.domain.product import EcomCategory, PosCategory, PosRecord

Place = tuple[int | str, ...]
"""Where a category is to stand: the nearest eCom category above it (0 for none), and the names."""


@dataclass(frozen=True, slots=True)
class CategoryLink:
    """The join of a POS category and an eCom category.

    `name` and `parent_id` are the POS's when it was linked; `ours` says that we created it.
    """

    ecom_id: int
    ours: bool
    name: str
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class Rename:
    """A category that we created and that has another name in the POS now."""

    pos_id: str
    ecom_id: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """Links after resolving, and the categories of ours to be renamed."""

    links: dict[str, CategoryLink]
    renames: tuple[Rename, ...] = ()

    @property
    def ids(self) -> dict[str, int]:
        """POS category id to eCom category id."""
        return {pos_id: link.ecom_id for pos_id, link in self.links.items()}


def known_categories(
    listed: Iterable[PosCategory], records: Iterable[PosRecord]
) -> dict[str, PosCategory]:
    """All POS categories: as listed; those that only products name, from the products' paths."""
    found: dict[str, PosCategory] = {}
    for record in records:
        parent: str | None = None
        for ref in record.category:
            if ref.id not in found:
                found[ref.id] = PosCategory(ref.id, ref.name, parent)
            parent = ref.id
    found.update({category.id: category for category in listed})
    return found


def resolve_categories(
    categories: Mapping[str, PosCategory],
    online: Iterable[EcomCategory],
    links: Mapping[str, CategoryLink],
) -> Resolved:
    """Keep links whose category still stands, find the others by parent and name.

    A renamed category that we created keeps its link and is to be renamed; one that we found is
    looked for anew under its new name. Several of one name: the lowest id.
    """
    existing = {category.id: category for category in online}
    by_place: dict[tuple[int | None, str], int] = {}
    for there in sorted(existing.values(), key=lambda item: -item.id):
        by_place[there.parent_id or None, same_name(there.name)] = there.id
    result: dict[str, CategoryLink] = {}
    renames: list[Rename] = []
    for category_id in _parents_first(categories):
        category = categories[category_id]
        link = links.get(category_id)
        if link is not None and link.ecom_id in existing and _stands(link, category):
            result[category_id] = replace(link, name=category.name)
            if link.name != category.name:
                renames.append(Rename(category_id, link.ecom_id, link.name, category.name))
            continue
        parent = category.parent_id
        if parent is not None and parent not in result:
            continue
        above = result[parent].ecom_id if parent is not None else None
        found = by_place.get((above, same_name(category.name)))
        if found is not None:
            result[category_id] = CategoryLink(found, False, category.name, parent)
    return Resolved(result, tuple(renames))


def _stands(link: CategoryLink, category: PosCategory) -> bool:
    if link.parent_id != category.parent_id:
        return False
    return link.ours or link.name == category.name


def _parents_first(categories: Mapping[str, PosCategory]) -> list[str]:
    ordered: dict[str, None] = {}
    for category_id in categories:
        for step in reversed(path_of(category_id, categories)):
            ordered[step] = None
    return list(ordered)


def place_of(
    category_id: str, categories: Mapping[str, PosCategory], ids: Mapping[str, int]
) -> Place:
    """Where a category is to stand online; two POS categories may have one place (M18)."""
    names: list[str] = []
    for one in path_of(category_id, categories):
        if one in ids and names:
            return (ids[one], *reversed(names))
        names.append(same_name(categories[one].name))
    return (0, *reversed(names))


def same_name(name: str) -> str:
    """A category's name as it is compared (M18)."""
    return plain_text(name).strip()


def path_of(category_id: str, categories: Mapping[str, PosCategory]) -> list[str]:
    """The ids from a category up to the top; stops at a ring or an unknown parent."""
    path: list[str] = []
    at: str | None = category_id
    while at is not None and at in categories and at not in path:
        path.append(at)
        at = categories[at].parent_id
    return path
