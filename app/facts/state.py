"""The state of the window: small, frozen, replaced as a whole; the rows lie beside it (S2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.choices import Flag
from app.domain.errors import Runner, Side
from app.domain.events import Mode, Phase
from app.domain.leftovers import Leftover
from app.domain.rules import SettingValue
from app.facts.history import HistoryFacts, UndoFacts
from app.facts.outlets import OutletsEffect, OutletsFacts
from app.facts.preview import PreviewFacts
from app.facts.product import Candidate, ProductFacts

Part = Literal[
    "place",
    "store",
    "rows",
    "reset",
    "run",
    "log",
    "preview",
    "product",
    "outlets",
    "wizard",
    "trouble",
    "notice",
    "settings",
    "pictures",
    "question",
    "undo",
    "background",
    "words",
    "history",
    "undoing",
    "forgotten",
]
"""What can change. "rows": rows of the ids named; "reset": the whole catalogue."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed since the screens were told last; `ids` are rows or pictures."""

    parts: frozenset[Part]
    ids: frozenset[str] = frozenset()


Place = Literal["welcome", "wizard", "shop"]
Answering = Literal["unknown", "answers", "silent", "refused"]
TroubleKind = Literal[
    "offline",
    "busy",
    "token",
    "scope",
    "keyring",
    "no keyring",
    "storage",
    "another run",
    "register",
    "listing",
    "settings",
    "not connected",
    "unexpected",
]
NoticeKind = Literal[
    "sold",
    "kept off",
    "as in POS",
    "edit kept",
    "edit put back",
    "linked",
    "unlinked",
    "outlets kept",
    "setting kept",
    "copied",
    "exported",
    "undone",
    "redone",
    "day passed",
    "nothing to undo",
    "not saved",
    "not forgotten",
    "left out",
    "mishap",
]


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """The two stores. Units and places are the online store's."""

    demo: bool = False
    pos_name: str = ""
    online_name: str = ""
    currency: str = ""
    places: int = 2
    weight_unit: str = ""
    size_unit: str = ""
    tax_included: bool = True


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing goes on, until something changes; `message` and `remedy` are whole sentences."""

    kind: TroubleKind
    side: Side | None
    message: str
    remedy: str = ""
    runner: Runner = ""
    """Who runs in our place, and since when (UNIX seconds), where that is known."""
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class Notice:
    """A passing message: what was just done, with how many or what; `undo` offers to undo it."""

    kind: NoticeKind
    count: int = 0
    text: str = ""
    undo: bool = False
    serial: int = 0


@dataclass(frozen=True, slots=True)
class LastRun:
    """The run that ended last: what the strip tells. `at` is when it ended, UNIX seconds."""

    at: float
    exit: int
    mode: Mode
    changed: int
    failed: int
    attention: int
    seconds: float
    planned: int = 0
    failed_keys: frozenset[str] = frozenset()
    run: int | None = None


RunKind = Literal["look", "preview", "sync", "apply"]


@dataclass(frozen=True, slots=True)
class RunFacts:
    """A run that is under way, or the last one (`active` False). Times are UNIX seconds.

    `done`, `failed` and `total` count products being sent; `checked` those of them that have been
    read back and are as they were sent. `read` holds per phase how many were
    read and of how many (0: not known). `waiting` is set while a service asks for patience.
    """

    active: bool = False
    kind: RunKind = "look"
    by_schedule: bool = False
    started: float = 0.0
    phase: Phase = "reading online"
    read: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    done: int = 0
    checked: int = 0
    failed: int = 0
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    requests: tuple[int, int] = (0, 0)
    paused: bool = False
    stopping: bool = False
    seconds_left: float | None = None
    waiting: tuple[Side, float] | None = None
    log_lines: int = 0
    log_failed: int = 0
    log_notes: int = 0


@dataclass(frozen=True, slots=True)
class ScopeTick:
    """One permission of a token: granted or not, and whether Counterpart can do without."""

    name: str
    purpose: str
    granted: bool
    needed: bool


@dataclass(frozen=True, slots=True)
class StoreFound:
    """What a connection test found. `facts` are code and number: products, outlets."""

    name: str
    seconds: float
    currency: str
    tax_included: bool | None
    scopes: tuple[ScopeTick, ...]
    facts: tuple[tuple[str, int], ...] = ()

    @property
    def enough(self) -> bool:
        """Whether the token may do everything that is needed."""
        return all(scope.granted for scope in self.scopes if scope.needed)


@dataclass(frozen=True, slots=True)
class TestResult:
    """What became of a connection test: under way, found, or the trouble with it."""

    __test__ = False

    testing: bool = False
    found: StoreFound | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class WizardFacts:
    """How far the wizard is; what is typed stays with the screen.

    `pos_address` and `store_id` are what is saved already. `saving` while tokens go to the
    keyring; `outlets` once the POS told them.
    """

    step: Literal["pos", "online", "outlets"] = "pos"
    pos: TestResult = TestResult()
    online: TestResult = TestResult()
    outlets: OutletsFacts | None = None
    saving: bool = False
    trouble: Trouble | None = None
    pos_address: str = ""
    store_id: str = ""
    reconnecting: bool = False


QuestionKind = Literal["close during run", "forget everything"]


@dataclass(frozen=True, slots=True)
class AppState:
    """Everything the screens paint but the rows, the log and the pictures."""

    place: Place = "welcome"
    store: StoreFacts = StoreFacts()
    pos: Answering = "unknown"
    online: Answering = "unknown"
    trouble: Trouble | None = None
    run: RunFacts = RunFacts()
    last: LastRun | None = None
    next_look: float | None = None
    waiting: int = 0
    first_done: bool = False
    check_only: bool = False
    notice: Notice | None = None
    undo: str = ""
    redo: str = ""
    preview: PreviewFacts | None = None
    history: HistoryFacts | None = None
    undoing: UndoFacts | None = None
    product_key: str = ""
    product: ProductFacts | None = None
    candidates: tuple[Candidate, ...] | None = None
    apart: Mapping[str, ProductFacts] = field(default_factory=dict)
    """Products shown in windows of their own, by row id."""
    outlets: OutletsFacts | None = None
    effect: OutletsEffect | None = None
    wizard: WizardFacts = WizardFacts()
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    question: QuestionKind | None = None
    words: tuple[str, ...] = ()
    """What happened to files on this computer, in whole sentences, until it is read."""
    forgotten: tuple[Leftover, ...] | None = None
    """What stayed when everything was forgotten just now; None where that was not done."""
    loading: bool = False
    """Nothing is known of the catalogue yet and it is being read."""
    read_at: float = 0.0
    """When both stores were read last, UNIX seconds; 0 for never."""


Choosing = tuple[frozenset[str], Flag]
"""Product keys and the flag they get."""
