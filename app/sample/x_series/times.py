"""Times as API 2.0 prints them."""

from datetime import UTC, datetime


def stamp(moment: float) -> str:
    """Write UNIX seconds as `2024-04-08T20:21:22+00:00`."""
    return datetime.fromtimestamp(int(moment), UTC).isoformat()
