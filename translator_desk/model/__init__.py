"""Frozen values of the trade: project, document, segment, redline, issue, revision."""
