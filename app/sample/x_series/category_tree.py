"""The product categories as a tree: paths from the root, and which have no others below them."""

from app.sample.x_series.table import Row, Table


class CategoryTree:
    """A snapshot of the categories' names and places."""

    def __init__(self, categories: Table) -> None:
        self._live = {row["id"]: row for row in categories if not row["deleted_at"]}
        self._all = categories.rows
        self._parents = {row.get("parent_category_id") for row in self._live.values()}

    def path(self, category_id: str) -> list[Row]:
        """Return `{id, name}` from the root down to the category itself."""
        path: list[Row] = []
        key: str | None = category_id
        while key is not None and key in self._all:
            row = self._all[key]
            path.insert(0, {"id": key, "name": row["name"]})
            key = row.get("parent_category_id")
        return path

    def is_leaf(self, category_id: str) -> bool:
        """Whether no live category lies below."""
        return category_id not in self._parents

    def below(self, category_id: str) -> set[str]:
        """Return the ids of the category and of all below it."""
        found = {category_id}
        while True:
            more = {
                key
                for key, row in self._live.items()
                if row.get("parent_category_id") in found and key not in found
            }
            if not more:
                return found
            found |= more

    def live_ids(self) -> list[str]:
        """Return the ids of the categories that are not deleted, in the order of ids."""
        return sorted(self._live)
