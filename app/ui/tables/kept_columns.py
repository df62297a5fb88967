"""What the manager made of the table: columns, widths, order, density; kept from start to start."""

from collections.abc import Collection

from PySide6.QtCore import QSettings

from app.ui.tables.columns import COLUMNS, KEYS

_GROUP = "catalogue"


class KeptColumns:
    """Read from settings once, written with every change; without settings all is as delivered.

    Widths are kept for each density apart.
    """

    def __init__(self, settings: QSettings | None) -> None:
        self._settings = settings
        self.compact = self._read("density") == "compact"
        sort, self.descending = self._read("sort"), self._read("descending") == "yes"
        self.sort = sort if sort in KEYS else "status"
        self.order = [key for key in self._read("order").split(",") if key in KEYS]
        self.chosen = _chosen(self._read("shown"))
        self._widths = {name: _widths(self._read(f"widths/{name}")) for name in _DENSITIES}

    @property
    def wider(self) -> dict[str, int]:
        """Widths that the manager drew, for the density that is set."""
        return self._widths["compact" if self.compact else "comfortable"]

    def set_compact(self, compact: bool) -> None:
        """Rows in one line, or in two."""
        self.compact = compact
        self._write("density", "compact" if compact else "comfortable")

    def set_sort(self, key: str, *, descending: bool) -> None:
        """Which column the rows are ordered by."""
        self.sort, self.descending = key, descending
        self._write("sort", key)
        self._write("descending", "yes" if descending else "no")

    def set_chosen(self, keys: Collection[str]) -> None:
        """Which columns are wanted; some are always there."""
        fixed = {column.key for column in COLUMNS if not column.removable}
        self.chosen = {*keys, *fixed}
        self._write("shown", ",".join(key for key in KEYS if key in self.chosen))

    def set_order(self, keys: list[str]) -> None:
        """The order of the columns."""
        self.order = keys
        self._write("order", ",".join(keys))

    def set_width(self, key: str, width: int) -> None:
        """How wide the manager drew a column."""
        self.wider[key] = width
        kept = ",".join(f"{each}={size}" for each, size in self.wider.items())
        self._write(f"widths/{'compact' if self.compact else 'comfortable'}", kept)

    def reset(self) -> None:
        """Columns as they were delivered; density and order of the rows stay."""
        self.order = list(KEYS)
        self.chosen = _chosen("")
        for name in _DENSITIES:
            self._widths[name] = {}
            self._remove(f"widths/{name}")
        self._remove("order")
        self._remove("shown")

    def _read(self, name: str) -> str:
        if self._settings is None:
            return ""
        value = self._settings.value(f"{_GROUP}/{name}")
        if isinstance(value, list):
            return ",".join(str(each) for each in value)
        return value if isinstance(value, str) else ""

    def _write(self, name: str, value: str) -> None:
        if self._settings is not None:
            self._settings.setValue(f"{_GROUP}/{name}", value)

    def _remove(self, name: str) -> None:
        if self._settings is not None:
            self._settings.remove(f"{_GROUP}/{name}")


_DENSITIES = ("comfortable", "compact")


def _chosen(kept: str) -> set[str]:
    known = {key for key in kept.split(",") if key in KEYS}
    if not known:
        return {column.key for column in COLUMNS if column.on}
    return known | {column.key for column in COLUMNS if not column.removable}


def _widths(kept: str) -> dict[str, int]:
    pairs = (pair.partition("=") for pair in kept.split(","))
    return {
        key: min(max(int(size), 28), 1000)
        for key, _, size in pairs
        if key in KEYS and size.isdecimal()
    }
