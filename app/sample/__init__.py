"""Sample stores: an X-Series and an E-Series service for demo, tests and rehearsal."""
