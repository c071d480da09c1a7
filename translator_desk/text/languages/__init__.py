"""Facts of one language a module."""
