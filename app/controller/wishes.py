"""What a screen can see and wish for. Wishes return at once; what became of them is told later.

The screens hold this and nothing else of the app: facts to paint, and verbs for what was clicked.
"""

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from typing import Protocol

from app.domain.choices import Flag
from app.domain.guard import ReasonKind
from app.domain.rules import SettingValue
from app.facts.catalogue import Catalogue
from app.facts.log_lines import LogLine
from app.facts.preview import LineId
from app.facts.state import AppState, Changed, NoticeKind

Listener = Callable[[Changed], None]


class Wishes(Protocol):
    """The door. Everything is called from the window's thread."""

    @property
    def state(self) -> AppState:
        """The facts as they are now."""
        ...

    @property
    def catalogue(self) -> Catalogue:
        """All rows."""
        ...

    @property
    def log(self) -> Sequence[LogLine]:
        """The log of the run under way or the last one, oldest first."""
        ...

    def picture(self, ref: str) -> bytes | None:
        """A picture's bytes if they are here; else it is fetched and told as "pictures".

        `ref` is a row's `picture` or an address of a `PictureAddress`. `b""`: there is none.
        """
        ...

    # Welcome and wizard

    def explore_samples(self) -> None:
        """Open the sample stores."""
        ...

    def open_wizard(self) -> None:
        """Begin to connect, or go on where it was left."""
        ...

    def leave_wizard(self) -> None:
        """Back to where the wizard was opened from."""
        ...

    def wizard_step(self, step: str) -> None:
        """Go to "pos", "online" or "outlets"; nothing that was typed or tested is lost."""
        ...

    def test_pos(self, address: str, token: str) -> None:
        """Try the POS; the result is in `state.wizard.pos`."""
        ...

    def test_online(self, store_id: str, token: str) -> None:
        """Try the online store; the result is in `state.wizard.online`."""
        ...

    def forget_test(self, side: str) -> None:
        """What was typed changed: the test's result no longer holds."""
        ...

    def save_stores(self) -> None:
        """Put both tested tokens into the keyring and go on to the outlets."""
        ...

    def finish_wizard(self, register: str, ticked: Collection[str]) -> None:
        """Keep the outlets and open the catalogue; both stores are read, nothing is sent."""
        ...

    # Runs

    def look(self) -> None:
        """Read both stores and compare; sends nothing, shows no preview."""
        ...

    def show_preview(self, keys: Collection[str] | None = None) -> None:
        """Read both stores and show the plan (F5); `keys` limits it to some products."""
        ...

    def sync_now(self, keys: Collection[str] | None = None) -> None:
        """Sync; asks by showing the preview where the guard or a first sync wants a yes."""
        ...

    def retry_failed(self) -> None:
        """Sync what failed last."""
        ...

    def pause(self) -> None:
        """Start nothing new until `go_on`."""
        ...

    def go_on(self) -> None:
        """Go on after a pause."""
        ...

    def stop(self) -> None:
        """Stop safely: what is in flight is finished."""
        ...

    # Preview

    def tick_lines(self, ids: Collection[LineId], ticked: bool) -> None:
        """Tick or untick lines of the preview."""
        ...

    def answer_guard(self, kind: ReasonKind, include: bool) -> None:
        """Leave out or include what the guard objects to."""
        ...

    def keep_online(self, field: str, keep: bool) -> None:
        """Keep what stands online of a field when products are first linked (first sync)."""
        ...

    def apply_preview(self) -> None:
        """Carry out exactly what is shown and ticked."""
        ...

    def cancel_preview(self) -> None:
        """Leave the preview; nothing was sent."""
        ...

    # Choosing

    def choose_flag(self, keys: Collection[str], flag: Flag) -> None:
        """Set the sell-online flag of products; can be undone."""
        ...

    def undo(self) -> None:
        """Undo the last choice."""
        ...

    def redo(self) -> None:
        """Redo the choice undone last."""
        ...

    # Product

    def open_product(self, row_id: str) -> None:
        """Show a product's panel; its facts come as "product"."""
        ...

    def close_product(self) -> None:
        """Close the panel."""
        ...

    def open_apart(self, row_id: str) -> None:
        """Read a product for a window of its own; its facts come in `state.apart`."""
        ...

    def close_apart(self, row_id: str) -> None:
        """That window was closed."""
        ...

    def keep_edit(self, key: str, fields: Collection[str], keep: bool) -> None:
        """Keep an online edit until the POS changes the field, or put it back again."""
        ...

    def find_candidates(self, text: str) -> None:
        """Look for eCom products to link to; they come in `state.candidates`."""
        ...

    def link(self, key: str, ecom_id: int) -> None:
        """Link a POS product to an eCom product by hand."""
        ...

    def unlink(self, key: str) -> None:
        """Take a link away, and don't link it by SKU again."""
        ...

    # History

    def show_history(self) -> None:
        """Read the past runs; they come in `state.history`."""
        ...

    def choose_run(self, run: int) -> None:
        """Show what one run did."""
        ...

    def plan_undo(self, run: int, key: str = "", field: str = "") -> None:
        """Read both stores and show what an undo would do; `key` and `field` limit it."""
        ...

    def carry_out_undo(self) -> None:
        """Put back exactly what is shown."""
        ...

    def cancel_undo(self) -> None:
        """Leave the undo; nothing was sent."""
        ...

    # Outlets

    def weigh_outlets(self, register: str | None, ticked: Collection[str]) -> None:
        """Find out what a choice would change; it comes in `state.effect`."""
        ...

    def keep_outlets(self, register: str, ticked: Collection[str]) -> None:
        """Keep a choice of register and outlets."""
        ...

    def discard_outlets(self) -> None:
        """Forget the draft that was weighed."""
        ...

    # The rest

    def set_setting(self, key: str, value: SettingValue) -> None:
        """Change one declared setting."""
        ...

    def words_read(self) -> None:
        """The manager has read what happened to files on this computer."""
        ...

    def dismiss_notice(self) -> None:
        """The passing message has been shown long enough."""
        ...

    def tell(self, kind: NoticeKind, count: int = 0, text: str = "") -> None:
        """Show a passing message about something the screen did itself (copied, exported)."""
        ...

    def try_again(self) -> None:
        """Try again what the trouble kept from going on."""
        ...

    def ask_to_forget(self) -> None:
        """Ask whether to forget everything on this computer; the question is in the state."""
        ...

    def answer_forget(self, forget: bool) -> None:
        """Answer it: forget everything and go to welcome, or keep it all."""
        ...

    def let_a_day_pass(self) -> None:
        """Let a day pass in the sample stores."""
        ...

    def ask_to_close(self, *, quitting: bool = False) -> bool:
        """The window wants to close: True when it may.

        Else a question is asked first, or it is to go to the background ("background"), as the
        setting `window.close` has it; not when `quitting`.
        """
        ...

    def answer_close(self, answer: str) -> None:
        """Answer with "stop" (safely, then close), "background" (without the window) or "stay"."""
        ...

    def export_table(
        self, path: str, header: Sequence[str], rows: Sequence[Sequence[str | int | Decimal]]
    ) -> None:
        """Write a table to a file: .xlsx or .csv."""
        ...

    def save_diagnostics(self, path: str) -> None:
        """Save a bundle for whoever helps, without secrets: a .zip."""
        ...

    def save_text(self, path: str, text: str) -> None:
        """Write text to a file."""
        ...
