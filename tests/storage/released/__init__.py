"""Databases as released versions left them."""
