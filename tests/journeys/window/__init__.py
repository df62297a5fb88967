"""Journeys through the real window, with clicks and keys, against the sample stores."""
