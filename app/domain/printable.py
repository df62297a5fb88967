"""Text of a store made fit for terminals and logs: nothing in it can command, hide or forge."""

import re

_COMMANDS = re.compile(
    # Control characters but tab and line feed; half surrogate pairs; separators that some take
    # for a new line; marks that turn the direction of all that follows.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """The text with each such character written out by its number."""
    return _COMMANDS.sub(lambda sign: ascii(sign[0])[1:-1], text)


def one_line(text: str) -> str:
    """The same, with ends of lines written out as well."""
    return printable(text).replace("\n", "\\n")
