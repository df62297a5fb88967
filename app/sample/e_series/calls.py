"""One call to the service and its answer, whether it came alone or inside a batch."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from app.sample.e_series.errors import Refusal, wrong_parameter
from app.sample.e_series.selection import parse_selection, select

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore


class Encoded(bytes):
    """An answer that is JSON text already."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a status, the body, and headers besides the usual ones."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def refusing(cls, refusal: Refusal) -> Self:
        """Write a refusal as it travels."""
        document = refusal.document()
        body = b"" if document is None else encode(document)
        return cls(refusal.status, body, refusal.headers)


@dataclass(slots=True)
class Call:
    """One request, taken apart; handlers read it and return JSON or raise `Refusal`."""

    store: "ESeriesStore"
    method: str
    path: str
    """As it was asked for, the service's base included."""
    parts: list[str]
    """What is behind the store's base, cut at the slashes and decoded."""
    query: Mapping[str, str]
    body: bytes = b""
    media_type: str = ""
    document: Any = None
    """The body's JSON where it has been read."""
    query_text: str = ""
    """The query as it was written, where it came inside a batch."""
    token: str = ""
    public: bool = False
    """Whether the token only reads enabled items."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """The ids inside the path, by name."""
    fetched: Mapping[str, bytes | None] = field(default_factory=dict)
    """Pictures fetched for this call, by address; None for one that couldn't be had."""

    def id(self, name: str) -> int:
        """Return the id called `name` inside the path."""
        return int(self.ids[name])

    def flag(self, name: str) -> bool | None:
        """Read a boolean parameter; None when it isn't there. Raises 400."""
        text = self.query.get(name)
        if text is None:
            return None
        if text.lower() not in ("true", "false"):
            raise wrong_parameter(f"{name}: not a boolean: {text}")
        return text.lower() == "true"

    def whole(self, name: str, default: int) -> int:
        """Read a whole number that isn't negative from the parameters. Raises 400."""
        text = self.query.get(name)
        if text is None:
            return default
        if not text.isdigit():
            raise wrong_parameter(f"{name}: not a number: {text}")
        return int(text)

    def whole_list(self, name: str) -> list[int] | None:
        """Read numbers separated by commas; None when the parameter isn't there. Raises 400."""
        text = self.query.get(name)
        if text is None:
            return None
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if not all(part.isdigit() for part in parts):
            raise wrong_parameter(f"{name}: not a list of numbers: {text}")
        return [int(part) for part in parts]

    def record(self) -> dict[str, Any]:
        """Return the body as a JSON object. Raises 400, or 415 without the JSON media type."""
        document = self.json()
        if not isinstance(document, dict):
            raise wrong_parameter("The body must be a JSON object")
        return document

    def json(self) -> Any:
        """Return the body's JSON. Raises 400, or 415 without the JSON media type."""
        if self.document is not None:
            return self.document
        if self.media_type.partition(";")[0].strip().lower() != "application/json":
            raise Refusal(415, "Content-Type must be application/json")
        try:
            self.document = json.loads(self.body)
        except ValueError as error:
            raise wrong_parameter(f"The body is not JSON: {error}") from error
        return self.document

    def selected(self, value: Any) -> Any:
        """Cut `value` down to the parameter `responseFields`, where it was sent."""
        text = self.query.get("responseFields")
        return value if text is None else select(value, parse_selection(text))


def encode(value: Any) -> bytes:
    """Write an answer as JSON; what is encoded already passes through."""
    if isinstance(value, Encoded):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def page(call: Call, rows: list[Any], default_limit: int | None = None) -> dict[str, Any]:
    """Return the page of `rows` that the call asks for, in the envelope of API §4."""
    cap = call.store.knobs.page_cap
    limit = min(call.whole("limit", default_limit or cap), cap)
    offset = call.whole("offset", 0)
    items = rows[offset : offset + limit]
    return {
        "total": len(rows),
        "count": len(items),
        "offset": offset,
        "limit": limit,
        "items": items,
    }
