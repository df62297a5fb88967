"""Tests of what is kept on this computer."""
