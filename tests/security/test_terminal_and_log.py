"""What a store wrote can neither command a terminal nor forge a line of the log."""

import io
import logging
from pathlib import Path

import pytest

from app.commands.speaking import put, put_json, say
from app.console import Console
from app.domain.events import ActionFinished, Objected, Said
from app.domain.guard import Reason
from app.domain.printable import one_line, printable
from app.log import SecretMask, log_file

HOSTILE = "Mug\n2026-01-01T00:00:00+0000 INFO app: all is well\r\x1b[2J\x1b]0;pwned\x07\x9b31m"
TURNED = "gnp.\u202eexe\u2066\u2028x\ud800"


def test_nothing_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither on standard error nor on standard output."""
    say(f"{HOSTILE}{TURNED}")
    put(f"{HOSTILE}{TURNED}")
    put_json({"name": HOSTILE})
    told = capsys.readouterr()
    for shown in (told.err, told.out):
        assert not set(shown) & set("\x1b\x07\r\u202e\u2066\u2028\ud800")
    assert "\x9b" not in told.err
    assert "\\x1b[2J" in told.err
    assert "\\u202eexe" in told.err


def test_a_run_on_a_terminal_shows_names_on_their_own_line() -> None:
    """A name with an end of line does not become a line."""
    stream = io.StringIO()
    console = Console(stream)
    console.tell(Said("warning", f"{HOSTILE}{TURNED}"))
    console.tell(Objected((Reason("delete", 3, 9, (HOSTILE, TURNED)),)))
    console.tell(
        ActionFinished(
            key="a",
            sku=HOSTILE,
            name=TURNED,
            action="update",
            result="failed",
            error=HOSTILE,
            ecom_id=1,
        )
    )
    lines = stream.getvalue().splitlines()
    assert len(lines) == 3
    assert "\x1b" not in stream.getvalue()


def test_no_line_of_the_log_is_forged(tmp_path: Path) -> None:
    """Each record begins one line; what belongs to it is set in."""
    log = logging.getLogger("app.test_terminal")
    with log_file(tmp_path, SecretMask()) as path:
        log.info("failed: %s", HOSTILE)
        try:
            raise ValueError(HOSTILE)  # noqa: TRY301
        except ValueError:
            log.exception("ended")
        log.warning("with a stack", stack_info=True)
    written = path.read_text("utf-8")
    begun = [line for line in written.splitlines() if line[:1] not in (" ", "")]
    assert len(begun) == 3
    assert [line.split()[1] for line in begun] == ["INFO", "ERROR", "WARNING"]
    assert not set(written) & set("\x1b\x07\r\x9b")


def test_plain_text_stays_as_it_is() -> None:
    """Words of all languages, marks that belong to them, tabs and lines."""
    told = "Tée\tثوب\u200f a\u200db 👩‍🍳 中\nx"
    assert printable(told) == told
    assert one_line("a\nb") == "a\\nb"
