"""The commands of the window: one file a subject, each with its ``ACTIONS``."""
