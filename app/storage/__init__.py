"""This computer: folders, settings, secrets, database."""
