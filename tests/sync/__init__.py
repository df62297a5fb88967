"""Tests of the engine against the sample stores."""
