"""Merges option lists: what we add and drop, with everything else of each option kept as it is."""

from collections.abc import Iterable, Sequence
from typing import Any

from app.domain.normal_form import plain_text
from app.domain.steps import Choice

Option = dict[str, Any]

_NEVER_OURS = frozenset({"TEXTFIELD", "TEXTAREA", "DATE", "FILES", "CHECKBOX"})
"""Kinds of options that variations are not built on (API eCom §8)."""


def merged(
    current: dict[str, Any],
    add: Sequence[Choice],
    drop: Sequence[Choice],
    drop_names: Sequence[str],
) -> list[Option]:
    """The product's options with values added and dropped; new options stand behind ours."""
    options = [dict(option) for option in _objects(current.get("options"))]
    known = {_key(option.get("name")) for option in options}
    for name, values in add:
        for option in options:
            if _key(option.get("name")) == _key(name):
                _append(option, values)
    fresh = [new_option(name, values) for name, values in add if _key(name) not in known]
    place = _behind_ours(options, current, add)
    options[place:place] = fresh
    for name, values in drop:
        for option in options:
            if _key(option.get("name")) == _key(name):
                _remove(option, values)
    gone = {_key(name) for name in drop_names}
    dropped_from = {_key(name) for name, _ in drop}
    return [
        option
        for option in options
        if _key(option.get("name")) not in gone
        and (option.get("choices") or _key(option.get("name")) not in dropped_from)
    ]


def created(ours: Sequence[Choice], restored: dict[str, Any]) -> list[Option]:
    """Options of a new product: ours in our order, then online-only ones of an earlier life.

    An option of ours that existed before gets its type, prices and translations back; an old
    option that told variations apart is not restored, as its variations are gone (RULES S8).
    """
    before = {_key(option.get("name")): option for option in _objects(restored.get("options"))}
    options = []
    for name, values in ours:
        old = before.pop(_key(name), None)
        options.append(_revived(old, values) if old else new_option(name, values))
    used = _used_names(restored)
    kept = [
        dict(option)
        for key, option in before.items()
        if key not in used or str(option.get("type")) in _NEVER_OURS
    ]
    return [*options, *kept]


def new_option(name: str, values: Iterable[str]) -> Option:
    """A drop-down option without prices of its own."""
    return {"type": "SELECT", "name": name, "choices": [_choice(value) for value in values]}


def _choice(value: str) -> dict[str, Any]:
    return {"text": value, "priceModifier": 0, "priceModifierType": "ABSOLUTE"}


def _key(value: Any) -> str:
    return plain_text(value).strip() if isinstance(value, str) else ""


def _objects(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _append(option: Option, values: Sequence[str]) -> None:
    choices = _objects(option.get("choices"))
    known = {_key(choice.get("text")) for choice in choices}
    fresh = [_choice(value) for value in values if _key(value) not in known]
    if fresh:
        option["choices"] = [*choices, *fresh]


def _remove(option: Option, values: Sequence[str]) -> None:
    gone = {_key(value) for value in values}
    choices = _objects(option.get("choices"))
    kept = [choice for choice in choices if _key(choice.get("text")) not in gone]
    if len(kept) == len(choices):
        return
    option["choices"] = kept
    _follow_default(option, choices)


def _revived(old: Option, values: Sequence[str]) -> Option:
    choices = _objects(old.get("choices"))
    before = {_key(choice.get("text")): choice for choice in choices}
    revived = {**old, "choices": [before.get(_key(value)) or _choice(value) for value in values]}
    _follow_default(revived, choices)
    return revived


def _follow_default(option: Option, before: Sequence[dict[str, Any]]) -> None:
    """Keep the default on its choice, a zero-based index; on the first if that is gone."""
    default = option.get("defaultChoice")
    if isinstance(default, int) and 0 <= default < len(before):
        chosen, choices = before[default], option["choices"]
        option["defaultChoice"] = choices.index(chosen) if chosen in choices else 0


def _used_names(current: dict[str, Any]) -> set[str]:
    """Names of the options by which variations differ."""
    return {
        _key(pair.get("name"))
        for variation in _objects(current.get("combinations"))
        for pair in _objects(variation.get("options"))
    }


def _behind_ours(options: Sequence[Option], current: dict[str, Any], add: Sequence[Choice]) -> int:
    """Where new options go: behind those that variations or the POS use, before the others."""
    ours = _used_names(current) | {_key(name) for name, _ in add}
    places = [i for i, option in enumerate(options, 1) if _key(option.get("name")) in ours]
    return max(places, default=0)
