"""Lies in the shipped `lib` as `__main__.py`: begins the app, also where there is no console."""

import io
import sys

_NOT_RUN = 2
_WARNING = 0x30


def main() -> int:
    """Begin the app; returns the exit status."""
    sys.argv[0] = "counterpart"
    if sys.stderr is not None:
        return _begin()
    told = io.StringIO()
    sys.stdout = io.StringIO()
    sys.stderr = told
    status = _NOT_RUN
    try:
        status = _begin()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else _NOT_RUN
    except Exception:  # noqa: BLE001 - nobody sees what Python would print.
        import traceback  # noqa: PLC0415 - hardly ever needed.

        traceback.print_exc()
    if status == _NOT_RUN and told.getvalue():
        _show(told.getvalue())
    return status


def _begin() -> int:
    from app.__main__ import main as begin  # noqa: PLC0415 - the streams must be there before.

    return begin()


def _show(words: str) -> None:
    """Windows alone starts programs without a console: say there why none opens."""
    import ctypes  # noqa: PLC0415 - hardly ever needed.

    windows = getattr(ctypes, "windll", None)
    if windows is not None:
        windows.user32.MessageBoxW(None, words[-2000:], "Counterpart", _WARNING)


if __name__ == "__main__":
    sys.exit(main())
