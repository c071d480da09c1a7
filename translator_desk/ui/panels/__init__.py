"""One panel a file, found by walking this folder."""
