"""What could not be removed from this computer, and why."""

from dataclasses import dataclass
from typing import Literal

LeftoverKind = Literal["file", "token", "variable", "unknown tokens"]


@dataclass(frozen=True, slots=True)
class Leftover:
    """One thing that is still there.

    `name` is a file's whole path, a token's entry in the keyring, or a variable of the
    environment; "unknown tokens": a damaged file no longer told whose there are. `reason` is what
    the system said, "" where it was not asked.
    """

    kind: LeftoverKind
    name: str
    reason: str = ""
