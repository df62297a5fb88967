"""Tests of the controller: wishes in, facts out, against the sample stores over sockets."""
