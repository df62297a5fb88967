"""The client of the online shop."""
