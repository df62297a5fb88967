"""Lightspeed Retail POS (X-Series): reads only."""
