"""What the style paints, by kind of control."""
