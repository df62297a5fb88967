"""One resource's rows, kept in the order of their versions."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator
from typing import Any

Row = dict[str, Any]
"""One record, with wire names and wire values; never changed in place."""

_CACHED_ROWS = 60_000


class Table:
    """Rows by id, with an index of versions and a cache of their JSON."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self._versions: list[int] = []
        # Ids beside `_versions`; "" where the row has moved to a later version.
        self._ids: list[str] = []
        self._moved = 0
        self._encoded: dict[Hashable, dict[str, bytes]] = {}
        self._cached = 0

    def __iter__(self) -> Iterator[Row]:
        """Go through the rows, lowest version first."""
        return (self.rows[key] for key in self._ids if key)

    def __len__(self) -> int:
        """Count the rows, deleted ones included."""
        return len(self.rows)

    def has_version(self, version: int) -> bool:
        """Whether some row had or has `version`."""
        index = bisect_left(self._versions, version)
        return index < len(self._versions) and self._versions[index] == version

    def write(self, key: str, row: Row) -> None:
        """Add or replace a row; `row["version"]` gives its place.

        Raises ValueError for a version that a row had before: no two may share one.
        """
        version = row["version"]
        if self.has_version(version):
            raise ValueError(f"version {version} is taken")
        self._forget(key)
        if not self._versions or version > self._versions[-1]:
            self._versions.append(version)
            self._ids.append(key)
        else:
            index = bisect_left(self._versions, version)
            self._versions.insert(index, version)
            self._ids.insert(index, key)
        self.rows[key] = row

    def rewrite(self, key: str, row: Row) -> None:
        """Replace a row without moving its version."""
        self.rows[key] = {**row, "version": self.rows[key]["version"]}
        self.uncache_row(key)

    def drop(self, key: str) -> None:
        """Take a row away without a trace."""
        self._forget(key)
        self.rows.pop(key, None)

    def page(
        self, after: int, size: int, *, below: int | None = None, deleted: bool = False
    ) -> list[Row]:
        """Return at most `size` rows with version > `after` and < `below`, lowest first."""
        page: list[Row] = []
        for index in range(bisect_right(self._versions, after), len(self._versions)):
            if len(page) == size or (below is not None and self._versions[index] >= below):
                break
            key = self._ids[index]
            if key and (deleted or not self.rows[key].get("deleted_at")):
                page.append(self.rows[key])
        return page

    def rows_up_to(self, version: int, *, deleted: bool) -> int:
        """Count the rows a walk has shown once it reached `version`."""
        shown = self._ids[: bisect_right(self._versions, version)]
        return sum(1 for key in shown if key and (deleted or not self.rows[key].get("deleted_at")))

    def encoded(self, key: str, shape: Hashable, build: Callable[[Row], bytes]) -> bytes:
        """Return the row's JSON in one shape, from the cache where it is there."""
        cache = self._encoded.setdefault(shape, {})
        found = cache.get(key)
        if found is not None:
            return found
        if self._cached >= _CACHED_ROWS:
            self.uncache()
            cache = self._encoded.setdefault(shape, {})
        built = cache[key] = build(self.rows[key])
        self._cached += 1
        return built

    def uncache(self) -> None:
        """Forget the JSON of all rows, as what is embedded in them changed."""
        self._encoded.clear()
        self._cached = 0

    def uncache_row(self, key: str) -> None:
        """Forget the JSON of one row, as what is printed of its neighbours changed."""
        for cache in self._encoded.values():
            self._cached -= cache.pop(key, None) is not None

    def _forget(self, key: str) -> None:
        old = self.rows.get(key)
        if old is None:
            return
        self.uncache_row(key)
        self._ids[bisect_left(self._versions, old["version"])] = ""
        self._moved += 1
        if self._moved > 1000 and self._moved * 2 > len(self._ids):
            kept = [(v, k) for v, k in zip(self._versions, self._ids, strict=True) if k]
            self._versions = [version for version, _ in kept]
            self._ids = [key for _, key in kept]
            self._moved = 0
