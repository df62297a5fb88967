"""Experiments on real stores that settle what their documentation leaves open."""
