"""One check a file, found by walking this folder."""
