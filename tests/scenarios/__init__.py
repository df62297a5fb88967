"""Scenarios anyone can read: what happens in the stores, and what one sync then does."""
