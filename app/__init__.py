"""Counterpart keeps a POS catalogue and its online store in step."""

__version__ = "0.1.0"
