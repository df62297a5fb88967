"""What counts against the online store's limit of requests."""

import secrets

from app.confirming.bench import Bench, Confirmation, Finding, nothing

_INNER = 500
_PLAIN = 130
"""Together they exceed 600 requests in a minute; alone they are far from it."""
_WINDOW = 50.0
"""Seconds within which all of it must happen to tell anything."""


async def batch_limit(bench: Bench) -> Finding:
    """Read often by batch, then one by one, within a minute."""
    throttled, began = bench.ecom.throttled, bench.now()
    key = f"counterpart-test-{secrets.token_hex(16)}"
    answered = await bench.ecom.batch_reads(_INNER, key)
    if bench.ecom.throttled > throttled:
        return Finding("counted", "The batch alone met the limit.", as_assumed=True)
    if answered < _INNER:
        return nothing(f"Only {answered} of {_INNER} reads of the batch were answered.")
    for _ in range(_PLAIN):
        await bench.ecom.latest_stats()
        if bench.ecom.throttled > throttled:
            return Finding("counted", "Reads of a batch count like others.", as_assumed=True)
        if bench.now() - began > _WINDOW:
            return nothing("The online store answered too slowly to meet its own limit.")
    return Finding("not counted", "Reads of a batch do not count.", as_assumed=False)


CONFIRMATIONS = (
    Confirmation(
        "batch-limit",
        "Do requests inside a batch count against the limit?",
        (
            f"read the store's change time {_INNER} times by one batch and {_PLAIN} times singly",
            "see whether the store asks for patience",
            "apps that use the same token may have to wait for up to a minute",
        ),
        writes=False,
        run=batch_limit,
    ),
)
