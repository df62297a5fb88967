"""The rules once more, written from their text alone, to hold the engine against."""
