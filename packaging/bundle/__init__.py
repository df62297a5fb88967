"""Makes the folder that Counterpart is installed from, and the files that people download."""
