"""JSON that no service should send: odd values, odd shapes, broken bytes, real records spoilt."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

from tests.security.samples import records

ODD_TEXTS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "'; DROP TABLE links; --",
    '"><script>alert(1)</script>',
    "<img src=file:///etc/passwd>",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "../../etc/passwd",
    "\u202egnp.exe",
    "\ud800",
    "\ud83d",
    "\ufeff\u200b",
    "e\u0301" * 50,
    "=HYPERLINK(1)",
    "line\r\nline",
    "\x1b[2J",
    "NaN",
    "-Infinity",
    "1e999999999999",
    "9" * 5000,
    "٣",
    "²",
    "0x10",
    "1_000",
    "0000-00-00T00:00:00Z",
    "9999-12-31T23:59:59-23:59",
    "https://[",
    "http://127.0.0.1:1/x",
    "<" * 400,
    "<p>" * 2000,
    "<![CDATA[",
    "<!--",
    "&#x110000;&#0;",
    "x" * 70_000,
)
ODD_NUMBERS: tuple[Any, ...] = (
    0,
    -1,
    2**31,
    -(2**63) - 1,
    2**64,
    10**40,
    1e308,
    5e-324,
    -0.0,
    float("nan"),
    float("inf"),
    float("-inf"),
)
ODD: tuple[Any, ...] = (*ODD_TEXTS, *ODD_NUMBERS, None, True, False, [], {}, [[]], {"": None})


def values(leaves: int = 12) -> st.SearchStrategy[Any]:
    """Any JSON value, half of its leaves chosen for the trouble they make."""
    leaf = st.one_of(
        st.sampled_from(ODD),
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(st.characters(), max_size=20),
    )
    keys = st.one_of(st.text(max_size=8), st.sampled_from(("id", "data", "items", "version", "x")))
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)
        ),
        max_leaves=leaves,
    )


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """A real record with some of its values replaced, dropped, doubled or renamed."""
    known = records()
    record = json.loads(json.dumps(known[draw(st.integers(0, len(known) - 1))]))
    for _ in range(draw(st.integers(1, 4))):
        record = _spoil(draw, record)
    return record


def _spoil(draw: st.DrawFn, record: Any) -> Any:
    """Walk down to some place and change what is there."""
    place, depth = record, draw(st.integers(0, 3))
    while depth and isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if not (isinstance(inner, dict | list) and inner):
            break
        place, depth = inner, depth - 1
    if not (isinstance(place, dict | list) and place):
        return copy.deepcopy(draw(values()))
    keys = list(place) if isinstance(place, dict) else list(range(len(place)))
    key = draw(st.sampled_from(keys))
    if isinstance(place, list) or draw(st.integers(0, 5)):
        place[key] = copy.deepcopy(draw(st.one_of(st.sampled_from(ODD), values(4))))
    elif draw(st.booleans()):
        del place[key]
    else:
        place[str(key).upper()] = copy.deepcopy(place[key])
    return record


@st.composite
def encoded(draw: st.DrawFn, of: st.SearchStrategy[Any]) -> bytes:
    """JSON as Python writes it, NaN and lone surrogates included, now and then damaged."""
    value = draw(of)
    ascii_only = draw(st.booleans())
    body = json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    damage = draw(st.integers(0, 19))
    if damage == 0:
        body = body[: draw(st.integers(0, len(body)))]
    elif damage == 1 and body:
        at = draw(st.integers(0, len(body) - 1))
        body = body[:at] + draw(st.binary(min_size=1, max_size=3)) + body[at + 1 :]
    elif damage == 2:
        # The same keys twice, with other values.
        body = body[:-1] + b"," + body[1:] if body[:1] == b"{" and len(body) > 2 else body
    elif damage == 3:
        depth = draw(st.sampled_from((100, 1_000, 100_000)))
        body = b'{"id":' * depth + body + b"}" * depth
    return body
