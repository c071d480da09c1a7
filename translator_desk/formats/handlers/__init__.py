"""One file format a module, found by walking this folder."""
