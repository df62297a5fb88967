"""The client of the POS."""
