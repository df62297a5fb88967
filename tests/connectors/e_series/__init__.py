"""The client of the online store."""
