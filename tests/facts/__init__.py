"""What the screens paint, made from the domain's records."""
