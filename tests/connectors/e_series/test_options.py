"""Merging options: ours in, dropped ones out, everything else untouched."""

from typing import Any

from app.connectors.e_series import options

SIZE: dict[str, Any] = {
    "type": "RADIO",
    "name": "Size",
    "nameTranslated": {"en": "Size", "nl": "Maat"},
    "required": True,
    "choices": [
        {"text": "S", "priceModifier": 1.5, "priceModifierType": "PERCENT", "x": 1},
        {"text": "M", "priceModifier": 0, "priceModifierType": "ABSOLUTE"},
        {"text": "L", "priceModifier": 0, "priceModifierType": "ABSOLUTE"},
    ],
    "defaultChoice": 2,
}
TEXT: dict[str, Any] = {"type": "TEXTFIELD", "name": "Engraving", "required": False}
CURRENT: dict[str, Any] = {
    "options": [SIZE, TEXT],
    "combinations": [{"id": 1, "options": [{"name": "Size", "value": "S"}]}],
}


def _choice(text: str) -> dict[str, Any]:
    return {"text": text, "priceModifier": 0, "priceModifierType": "ABSOLUTE"}


def test_nothing_to_do() -> None:
    """What is there already is not added again, whatever its white space."""
    assert options.merged(CURRENT, [("Size", ("S ", "M"))], [], []) == CURRENT["options"]


def test_additions() -> None:
    """New values go behind the known ones; a new option behind ours, before online-only ones."""
    merged = options.merged(CURRENT, [("Size", ("XL",)), ("Colour", ("Red", "Blue"))], [], [])
    assert merged == [
        {**SIZE, "choices": [*SIZE["choices"], _choice("XL")]},
        {"type": "SELECT", "name": "Colour", "choices": [_choice("Red"), _choice("Blue")]},
        TEXT,
    ]


def test_additions_to_a_simple_product() -> None:
    """Without variations, ours go before what exists only online."""
    merged = options.merged({"options": [TEXT]}, [("Size", ("S",))], [], [])
    assert [option["name"] for option in merged] == ["Size", "Engraving"]
    assert options.merged({}, [("Size", ("S",))], [], []) == [options.new_option("Size", ["S"])]


def test_dropped_values() -> None:
    """The default stays with its choice; a dropped default falls to the first."""
    (size, _) = options.merged(CURRENT, [], [("Size", ("S",))], [])
    assert [choice["text"] for choice in size["choices"]] == ["M", "L"]
    assert size["defaultChoice"] == 1
    (size, _) = options.merged(CURRENT, [], [("Size", ("L",))], [])
    assert size["defaultChoice"] == 0
    assert {**size, "choices": 0, "defaultChoice": 0} == {**SIZE, "choices": 0, "defaultChoice": 0}


def test_dropped_options() -> None:
    """By name, or when the last value went."""
    assert options.merged(CURRENT, [], [], ["Size"]) == [TEXT]
    assert options.merged(CURRENT, [], [("Size", ("S", "M", "L"))], []) == [TEXT]


def test_current_is_not_changed() -> None:
    """Merging works on copies."""
    before = repr(CURRENT)
    options.merged(CURRENT, [("Size", ("XL",))], [("Size", ("S",))], ["Engraving"])
    assert repr(CURRENT) == before


def test_created_anew() -> None:
    """Ours in our order with what they had online; an old variation option stays gone."""
    made = options.created([("Colour", ("Red",)), ("Size", ("L", "S", "XL"))], CURRENT)
    assert [option["name"] for option in made] == ["Colour", "Size", "Engraving"]
    assert made[1]["type"] == "RADIO"
    assert made[1]["choices"] == [SIZE["choices"][2], SIZE["choices"][0], _choice("XL")]
    assert made[1]["defaultChoice"] == 0
    assert options.created([], CURRENT) == [TEXT]
    assert options.created([], {}) == []
