"""The tests; folders and files mirror what they test."""
