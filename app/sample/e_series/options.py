"""Options of products and their choices, which variations are built on (API §8)."""

from typing import Any

from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import Refusal, wrong_parameter

CHOOSABLE = ("SELECT", "RADIO", "SIZE", "SWATCHES", "CHECKBOX")
"""Types of options that have choices."""
VARYING = ("SELECT", "RADIO", "SIZE", "SWATCHES")
"""Types that variations can be built on."""
_TYPES = (*CHOOSABLE, "TEXTFIELD", "TEXTAREA", "DATE", "FILES")

Pairs = frozenset[tuple[str, str]]
"""What identifies a variation within its product: names and values, in no order."""


def accepted_options(rows: list[Document], before: list[Document], keep: bool) -> list[Document]:
    """Check options as written and fill in what is left out; raises 400.

    With `keep`, what is left out stays as it was (`keepOptionDisplaySettings`), else it is reset.
    """
    kept = {option["name"]: option for option in before} if keep else {}
    options = [_option(row, kept.get(row.get("name", ""), {})) for row in rows]
    names = [option["name"] for option in options]
    if len(set(names)) != len(names):
        raise wrong_parameter("options: two have the same name")
    return options


def _option(row: Document, before: Document) -> Document:
    name = row.get("name")
    kind = row.get("type") or before.get("type") or "SELECT"
    if not isinstance(name, str) or not name:
        raise wrong_parameter("options: name is required")
    if kind not in _TYPES:
        raise wrong_parameter(f"options: unknown type {kind}")
    option: Document = {"type": kind, "name": name}
    translated = row.get("nameTranslated") or before.get("nameTranslated")
    if translated:
        option["nameTranslated"] = translated
    option["required"] = bool(row.get("required", before.get("required", False)))
    if kind in CHOOSABLE:
        option["choices"] = [_choice(choice) for choice in row.get("choices") or []]
        default = row.get("defaultChoice", before.get("defaultChoice", 0))
        option["defaultChoice"] = default
        _check_choices(option)
    return option


def _choice(row: Any) -> Document:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row["text"]:
        raise wrong_parameter("options: each choice needs a text")
    modifier = row.get("priceModifierType") or "ABSOLUTE"
    if modifier not in ("ABSOLUTE", "PERCENT"):
        raise wrong_parameter(f"options: unknown priceModifierType {modifier}")
    choice: Document = {
        "text": row["text"],
        "priceModifier": row.get("priceModifier") or 0,
        "priceModifierType": modifier,
    }
    if row.get("textTranslated"):
        choice["textTranslated"] = row["textTranslated"]
    return choice


def _check_choices(option: Document) -> None:
    texts = [choice["text"] for choice in option["choices"]]
    if len(set(texts)) != len(texts):
        raise wrong_parameter(f"options: {option['name']} has a choice twice")
    default = option["defaultChoice"]
    if default is not None and not isinstance(default, int):
        raise wrong_parameter("options: defaultChoice is a number or null")


def pairs_of(variation: Document) -> Pairs:
    """Return what identifies a variation within its product."""
    return frozenset((option["name"], option["value"]) for option in variation["options"])


def uses_removed(options: list[Document], variation: Document) -> str:
    """Return the error code if a variation needs what `options` lack, else `""`."""
    choices = {
        option["name"]: {choice["text"] for choice in option.get("choices", ())}
        for option in options
    }
    for name, value in pairs_of(variation):
        if name not in choices:
            return "COMBINATION_CONTAINS_REMOVED_OPTION"
        if value not in choices[name]:
            return "COMBINATION_CONTAINS_REMOVED_OPTION_VALUE"
    return ""


def check_in_use(options: list[Document], variations: list[Document]) -> None:
    """Raise 409 when `options` lack what a variation is built on."""
    for variation in variations:
        code = uses_removed(options, variation)
        if code:
            raise Refusal(409, f"Combination #{variation['id']} uses a removed option", code)


def accepted_pairs(rows: Any) -> list[Document]:
    """Check the options of a variation as written; raises 400."""
    if not isinstance(rows, list) or not rows:
        raise wrong_parameter("options is required")
    pairs: list[Document] = []
    for row in rows:
        name, value = row.get("name"), row.get("value")
        if not isinstance(name, str) or not isinstance(value, str) or not name or not value:
            raise wrong_parameter("options: each needs a name and a value")
        pairs.append({"name": name, "value": value})
    if len({pair["name"] for pair in pairs}) != len(pairs):
        raise wrong_parameter("options: one is named twice")
    return pairs


def with_choices(options: list[Document], pairs: list[Document]) -> list[Document]:
    """Return `options` with those a variation needs and hasn't got, new ones as SELECT.

    Returns the very same list where nothing is missing. Raises 400 for an option of a type
    that variations can't be built on.
    """
    result = options
    for pair in pairs:
        place = next((n for n, option in enumerate(result) if option["name"] == pair["name"]), None)
        if place is None:
            choice = _choice({"text": pair["value"]})
            row = {"type": "SELECT", "name": pair["name"], "choices": [choice]}
            result = [*result, _option(row, {})]
            continue
        option = result[place]
        if option["type"] not in VARYING:
            raise wrong_parameter(f"options: no variations on {option['name']}")
        if all(choice["text"] != pair["value"] for choice in option["choices"]):
            choices = [*option["choices"], _choice({"text": pair["value"]})]
            result = [*result[:place], {**option, "choices": choices}, *result[place + 1 :]]
    return result
