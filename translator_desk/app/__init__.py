"""Use cases: what a person can do, without any window."""
