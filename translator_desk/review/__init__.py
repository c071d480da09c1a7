"""Redlines, decisions, history."""
