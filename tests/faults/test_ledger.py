"""The judge of retries finds what it is there to find."""

from tests.faults.ledger import Attempt, Ledger


def troubles(*attempts: Attempt) -> list[str]:
    """What is said of these attempts."""
    return Ledger(lambda: 0.0, list(attempts)).troubles()


def attempt(began: float, status: int | None, kind: str = "read", wait: float = 0.0) -> Attempt:
    """One attempt at the same request, answered at once."""
    return Attempt("ecom", 1, kind, "GET /products", began, began, status, wait)


def test_patient_retries_are_fine() -> None:
    """Pauses that grow, and a wait as long as the service asked for."""
    assert troubles(attempt(0, 503), attempt(0.3, None), attempt(0.9, 200)) == []
    assert troubles(attempt(0, 429, wait=5), attempt(5.1, 200)) == []


def test_hasty_retries_are_told() -> None:
    """At once again, without growing, or before the service's time."""
    assert "after 0.00 s" in troubles(attempt(0, 503), attempt(0, 200))[0]
    assert "after 0.30 s" in troubles(attempt(0, 503), attempt(0.3, 503), attempt(0.6, 200))[0]
    assert "asked for patience" in troubles(attempt(0, 429, wait=5), attempt(3, 200))[0]


def test_endless_and_doubtful_retries_are_told() -> None:
    """No request is tried for ever, and no write twice once it may have been made."""
    many = [attempt(30.0 * number, 503) for number in range(20)]
    assert any("20 times" in text for text in troubles(*many))
    twice = attempt(0, None, "write"), attempt(1, 200, "write")
    assert "may have been carried out" in troubles(*twice)[0]
