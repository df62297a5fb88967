"""Experiments on real stores, tried on the sample stores in both readings."""
