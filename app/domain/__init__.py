"""What we know: records, rules and decisions. Standard library only, no input or output."""
