"""The log file: every token is masked before a line is written."""

import logging
from pathlib import Path

from app.log import SecretMask, log_file


def test_tokens_are_masked_wherever_they_stand(tmp_path: Path) -> None:
    """In messages, arguments, exceptions and addresses."""
    mask = SecretMask()
    mask.hide("my own secret")
    log = logging.getLogger("app.test_log")
    with log_file(tmp_path, mask) as path:
        log.info("with %s inside", "my own secret")
        log.info("Authorization: Bearer abcdef123456")
        log.info("lsxs_pt_AbC123 and secret_XyZ987 and my%20own%20secret")
        log.error("failed", exc_info=ValueError("my own secret in an exception"))
    written = path.read_text("utf-8")
    assert "***" in written
    for secret in ("my own secret", "abcdef123456", "AbC123", "XyZ987", "my%20own%20secret"):
        assert secret not in written


def test_the_log_rotates(tmp_path: Path) -> None:
    """A full file is put aside; only so many are kept."""
    log = logging.getLogger("app.test_log")
    with log_file(tmp_path, SecretMask(), size=2_000, count=2):
        for number in range(200):
            log.info("line %d of a long story", number)
    assert len(list(tmp_path.iterdir())) == 3
