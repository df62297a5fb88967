"""Counterpart keeps a POS catalogue and its online shop in step."""

__version__ = "0.1.0"
