"""The clients of both services, against scripted answers and the sample stores."""
