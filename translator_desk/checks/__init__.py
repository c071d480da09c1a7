"""Checks: what they are, how they run, what they say."""
