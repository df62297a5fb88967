"""The sample stores as clients see them that others wrote for the real services."""
