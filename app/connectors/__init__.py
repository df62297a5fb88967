"""One folder a service, all alike; JSON stays inside."""
