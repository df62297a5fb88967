"""Tests of the sample stores."""
