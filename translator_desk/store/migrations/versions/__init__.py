"""One schema step a file."""
