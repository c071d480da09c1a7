"""Term bases of other programs: in, out, and what is lost on the way."""
