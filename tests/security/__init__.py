"""What the threat model promises, each line with its tests."""
