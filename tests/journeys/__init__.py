"""Journeys: the commands as processes, against both sample stores over real sockets."""
