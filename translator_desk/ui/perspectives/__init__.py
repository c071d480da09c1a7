"""Arrangements of panels."""
