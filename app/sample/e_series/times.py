"""Times on the wire: strings in UTC beside whole UNIX seconds, and four forms accepted (API §1)."""

from datetime import UTC, datetime

from app.sample.e_series.errors import wrong_parameter

_FORMS = ("%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d")


def written(stamp: int) -> str:
    """Write UNIX seconds as `yyyy-MM-dd HH:mm:ss +0000`."""
    return datetime.fromtimestamp(stamp, UTC).strftime("%Y-%m-%d %H:%M:%S +0000")


def read_time(name: str, text: str) -> int:
    """Read parameter `name`: UNIX seconds or one of the date forms; raises 400."""
    if text.lstrip("-").isdigit():
        return int(text)
    for form in _FORMS:
        try:
            moment = datetime.strptime(text, form)  # noqa: DTZ007 - UTC where no zone is given.
        except ValueError:
            continue
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    raise wrong_parameter(f"{name}: not a date: {text}")
