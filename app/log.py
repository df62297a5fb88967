"""The log file: it rotates, and every token is masked before a line is written."""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from urllib.parse import quote

from app.domain.errors import StorageFailed
from app.domain.printable import one_line, printable
from app.storage.private import own_file

FILE_NAME = "counterpart.log"
MASK = "***"

_LOOKS_SECRET = (
    # What follows "Bearer", in a header or in a sentence about one.
    (re.compile(r"(\bbearer[\s:=]+)[^\s\"',;<>)\]}]+", re.IGNORECASE), rf"\1{MASK}"),
    # token=..., "access_token": "..." and the like.
    (re.compile(r"(token[\"']?\s*[=:]\s*[\"']?)[^\s\"',;&<>)\]}]+", re.IGNORECASE), rf"\1{MASK}"),
    # The tokens of both services show what they are by how they begin.
    (re.compile(r"(?:secret_|lsxs_pt_)[A-Za-z0-9_\-.~+/=]+"), MASK),
    # Signed tokens of any service: three parts, the first an object in base64.
    (re.compile(r"\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*"), MASK),
)


class SecretMask(logging.Filter):
    """Masks the secrets it was told, and whatever looks like a token, in all a record can show.

    A record is changed in place, so that no later handler sees more than this one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._secrets: frozenset[str] = frozenset()

    def hide(self, secret: str) -> None:
        """Mask this secret from now on, also where an address carries it percent-encoded."""
        if secret.strip():
            self._secrets |= {secret, secret.strip(), quote(secret.strip(), safe="")}

    def masked(self, text: str) -> str:
        """The text without anything secret in it."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, MASK)
        for pattern, instead in _LOOKS_SECRET:
            text = pattern.sub(instead, text)
        return text

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record's message, exception and stack; every record passes."""
        record.msg = one_line(self.masked(_message(record)))
        record.args = None
        if record.exc_info:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
            record.exc_info = None
        if record.exc_text:
            record.exc_text = _set_in(self.masked(record.exc_text))
        if record.stack_info:
            record.stack_info = _set_in(self.masked(record.stack_info))
        return True


@contextmanager
def log_file(
    folder: Path,
    mask: SecretMask,
    *,
    level: int = logging.INFO,
    size: int = 1_000_000,
    count: int = 5,
) -> Iterator[Path]:
    """Log to a file in the folder: ours from `level` on, the libraries' warnings and worse.

    The file is put aside when it reaches `size` bytes; `count` older ones are kept.
    """
    handler = _LogFile(folder / FILE_NAME, size, count)
    handler.addFilter(mask)
    ours = logging.getLogger("app")
    before = ours.level
    ours.setLevel(level)
    logging.getLogger().addHandler(handler)
    try:
        yield folder / FILE_NAME
    finally:
        logging.getLogger().removeHandler(handler)
        ours.setLevel(before)
        handler.close()


def put_down() -> None:
    """Close our log file for now, so that it can be removed; the next record begins it anew."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _LogFile):
            handler.put_down()


class _LogFile(RotatingFileHandler):
    """A rotating file that never gets in the way of a run: neither full disks nor open files."""

    def __init__(self, path: Path, size: int, count: int) -> None:
        super().__init__(path, maxBytes=size, backupCount=count, encoding="utf-8", delay=True)
        self._size = size
        form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
        self.setFormatter(logging.Formatter(form, datefmt="%Y-%m-%dT%H:%M:%S%z"))

    def _open(self) -> TextIOWrapper:
        """Never through a link. Raises `OSError`, which `handleError` passes over."""
        try:
            own_file(Path(self.baseFilename))
        except StorageFailed as error:
            raise OSError(str(error)) from error
        return super()._open()

    def put_down(self) -> None:
        """Close the file until there is something to write."""
        with self.lock or nullcontext():
            if self.stream is not None:
                self.stream.close()
                self.stream = None

    def rotate(self, source: str, dest: str) -> None:
        """Put the full file aside; one that Windows keeps open elsewhere grows on a while."""
        try:
            super().rotate(source, dest)
        except PermissionError:
            self.maxBytes += self._size

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name.
        """Pass over what the disk refuses; report mistakes in our own calls."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def _set_in(text: str) -> str:
    """Lines that belong to the one above: none of them can be taken for a record."""
    return "\n".join(f"    {line}" for line in printable(text).split("\n"))


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} {record.args!r}"
