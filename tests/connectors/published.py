"""Answers of the shapes that the services' public documentation shows, with values of our own."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


def sample(service: str, name: str) -> bytes:
    """One answer, as it would arrive."""
    return (_FOLDER / service / "samples" / f"{name}.json").read_bytes()


def loaded(service: str, name: str) -> Any:
    """The same, decoded."""
    return json.loads(sample(service, name))


def names(service: str) -> list[str]:
    """The names of all samples of a service."""
    return sorted(path.stem for path in (_FOLDER / service / "samples").glob("*.json"))
