"""Barcodes with right check digits, made from a running number."""


def ean13(number: int) -> str:
    """Return the EAN-13 of a New Zealand maker for a number below 10**9."""
    return _checked(f"942{number:09d}")


def upc_a(number: int) -> str:
    """Return a UPC-A, which begins with a zero, for a number below 10**10."""
    return _checked(f"0{number:010d}")


def isbn13(number: int) -> str:
    """Return an ISBN-13 for a number below 10**9."""
    return _checked(f"978{number:09d}")


def itf14(number: int) -> str:
    """Return the ITF-14 of a carton, which begins with a zero, for a number below 10**12."""
    return _checked(f"0{number:012d}")


def _checked(digits: str) -> str:
    # Weights 3, 1, 3, … from the right, so that one rule does for all lengths.
    total = sum(int(digit) * (3 - 2 * (place % 2)) for place, digit in enumerate(reversed(digits)))
    return f"{digits}{-total % 10}"
