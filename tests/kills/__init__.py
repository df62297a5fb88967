"""Processes killed at every moment of a sync: nothing lost, nothing twice (DESIGN §13)."""
