"""What stands in the app's sources to be translated, and the files that translators work with."""
