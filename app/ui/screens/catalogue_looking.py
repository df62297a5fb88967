"""What the catalogue looks at: filter, search and order, changed by a person's acts alone."""

from collections.abc import Callable, Collection
from dataclasses import replace

from app.controller.wishes import Wishes
from app.facts.catalogue import Filter
from app.ui import values
from app.ui.screens.catalogue_side import CatalogueSide
from app.ui.screens.catalogue_tools import ToolsRow
from app.ui.tables.rows_table import RowsTable
from app.ui.wording import plural


class CatalogueLooking:
    """Joins side list, search and table; `shown` is called when other rows are shown.

    What rows changed meanwhile does not move anything until a person acts: then filter and order
    follow, but while typing goes on, where a sort for each letter would be felt.
    """

    def __init__(
        self,
        desk: Wishes,
        side: CatalogueSide,
        tools: ToolsRow,
        table: RowsTable,
        shown: Callable[[], None],
    ) -> None:
        self.wanted = Filter()
        self._desk, self._side, self._tools, self._table = desk, side, tools, table
        self._shown = shown
        self._stale = False
        self._setting = False
        side.changed.connect(self._on_side)
        tools.search.textChanged.connect(self._on_typed)

    def rows_changed(self) -> None:
        """Filter and order are no longer what they would be."""
        self._stale = True

    def show(self, *, stay: bool) -> None:
        """Show what passes the filter, in order; `stay` keeps the top line where it is."""
        catalogue, kept = self._desk.catalogue, self._table.kept
        ids = catalogue.shown(self.wanted, kept.sort, kept.descending)
        self._table.show_rows(catalogue.rows, ids, self.wanted.statuses, stay=stay)
        self.tell_count()
        self._shown()

    def show_anew(self) -> None:
        """The whole catalogue is another one: show it, everything where it was."""
        self._stale = False
        self.show(stay=True)

    def look_at(self, wanted: Filter) -> None:
        """Look at something else than what the side and the search say now."""
        self._side.show_filter(wanted)
        self._setting = True
        self._tools.search.setText(wanted.text)
        self._setting = False
        self._set(wanted)

    def look_at_all(self) -> None:
        """All products, whatever was typed or chosen."""
        self.look_at(Filter())

    def search_all(self) -> None:
        """What is typed, in all products."""
        self.look_at(Filter(text=self.wanted.text))

    def look_at_only(self, keys: Collection[str]) -> None:
        """These products alone."""
        self.look_at(Filter(keys=frozenset(keys)))

    def sort_by(self, key: str) -> None:
        """Order by a column; the same one again turns the order round."""
        kept = self._table.kept
        descending = key == kept.sort and not kept.descending
        kept.set_sort(key, descending=descending)
        self._table.header.set_sorted(key, descending=descending)
        self._freshen()
        self.show(stay=False)

    def tell_count(self) -> None:
        """Say how many products are shown, and of how many."""
        everything = len(self._desk.catalogue.rows)
        if self.wanted.everything:
            words = plural("%n product(s)", everything) if everything else ""
        else:
            words = plural("{hits} of %n product(s)", everything)
            words = words.format(hits=values.number(self._table.rows.product_count()))
        self._tools.set_count(words)
        self._tools.offer_export(bool(everything))
        self._tools.offer_everything(self.wanted.keys is not None)

    def _on_side(self) -> None:
        side = self._side
        self._set(
            Filter(
                side.statuses.statuses(),
                side.category.current_name(),
                side.brand.current_name(),
                self.wanted.text,
            )
        )

    def _on_typed(self, text: str) -> None:
        if not self._setting:
            self._set(replace(self.wanted, text=text.strip()))

    def _set(self, wanted: Filter) -> None:
        if replace(wanted, text="") != replace(self.wanted, text=""):
            self._freshen()
        self.wanted = wanted
        self.show(stay=False)

    def _freshen(self) -> None:
        if self._stale:
            self._desk.catalogue.resort()
            self._stale = False
