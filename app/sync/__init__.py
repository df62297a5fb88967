"""The engine: order and patience."""
