"""Random histories against the model of the rules: `python -m tests.soak`."""
