"""One subcommand a file, found by walking this folder."""
