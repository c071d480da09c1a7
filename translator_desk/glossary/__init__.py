"""Term bases: entries, layers, matching."""
