"""Tests of the table of products."""
