"""The `responseFields` parameter: `total,items(id,sku,combinations(id))` (API §4)."""

from typing import Any

from app.sample.e_series.errors import wrong_parameter

Selection = dict[str, "Selection | None"]
"""Field name to what is selected inside it; None takes the whole value."""


def parse_selection(text: str) -> Selection:
    """Read a `responseFields` value; raises 400 when the brackets don't match."""
    root: Selection = {}
    stack = [root]
    name = ""
    for character in text:
        if character == "(":
            inner: Selection = {}
            stack[-1][name.strip()] = inner
            stack.append(inner)
            name = ""
        elif character in ",)":
            _take(stack[-1], name)
            name = ""
            if character == ")":
                stack.pop()
            if not stack:
                raise wrong_parameter("responseFields: brackets don't match")
        else:
            name += character
    _take(stack[-1], name)
    if len(stack) != 1:
        raise wrong_parameter("responseFields: brackets don't match")
    return root


def _take(selection: Selection, name: str) -> None:
    if name.strip():
        selection.setdefault(name.strip(), None)


def select(value: Any, selection: Selection) -> Any:
    """Return `value` with the selected fields only; lists are gone through."""
    if isinstance(value, list):
        return [select(item, selection) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: item if selection[name] is None else select(item, selection[name] or {})
        for name, item in value.items()
        if name in selection
    }
