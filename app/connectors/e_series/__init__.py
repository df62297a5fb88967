"""Lightspeed eCom (E-Series): the online shop we write to."""
