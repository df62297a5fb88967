"""Lightspeed eCom (E-Series): the online store we write to."""
