"""The promises of DESIGN §5, each with a test of when it stops and one of when it does not."""
