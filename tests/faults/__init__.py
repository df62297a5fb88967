"""Every fault on every endpoint: the same final state, and no storm of requests (DESIGN §13)."""
