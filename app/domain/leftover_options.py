"""Option values that the POS had and has no more, and that nothing stands on (RULES M18)."""

from collections.abc import Collection, Iterable, Mapping

from app.domain.product import EcomProduct

Pair = tuple[str, str]


def leftover(
    former: Iterable[tuple[str, tuple[str, ...]]],
    online: Mapping[str, Collection[str]],
    used: Collection[Pair],
) -> dict[str, list[str]]:
    """Values by option that are to be taken away online."""
    gone: dict[str, list[str]] = {}
    for name, values in former:
        for value in values:
            if value in online.get(name, ()) and (name, value) not in used:
                gone.setdefault(name, []).append(value)
    return gone


def temporary(value: str, variation_id: int) -> str:
    """The value that a variation stands for while another one takes its own (RULES M18)."""
    return f"{value} (moving {variation_id})"


def stranded(there: EcomProduct) -> list[tuple[str, tuple[str, ...]]]:
    """Temporary values that an interrupted sync left, by option."""
    endings = tuple(temporary("", variation.id) for variation in there.variations)
    return [
        (option.name, tuple(v for v in option.choices if v.endswith(endings)))
        for option in there.options
        if endings
    ]


def stands_on(there: EcomProduct, leaving: Collection[int]) -> set[Pair]:
    """The option values of all variations but those that are leaving."""
    return {pair for v in there.variations if v.id not in leaving for pair in v.options}
