"""Breaks the rules' code on purpose, one place at a time: `python -m tests.mutations`."""
