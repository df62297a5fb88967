"""Measurements that anyone can run; never part of the test run."""
