"""Tests of the commands that set a checkout up."""
