"""Writes ``requirements.lock`` and ``requirements-dev.lock`` from ``pyproject.toml``: versions and hashes, no index."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ("editables>=0.5",)  # what installing the checkout itself needs beside its build back end


def compile_lock(requirements: list[str], lock: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.in"
        wanted.write_text("\n".join(requirements) + "\n", "utf-8")
        command = [
            sys.executable,
            "-m",
            "piptools",
            "compile",
            "--quiet",
            "--generate-hashes",
            "--allow-unsafe",
            "--strip-extras",
            "--no-header",
            "--no-annotate",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--no-emit-trusted-host",
            "--output-file",
            str(lock),
            str(wanted),
        ]
        subprocess.run(command, check=True, cwd=ROOT)


def main() -> None:
    if importlib.util.find_spec("piptools") is None:
        sys.exit("make lock needs pip-tools in a Python of its own: make lock PYTHON=/path/to/that/python")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"], *BUILD]
    compile_lock(run, ROOT / "requirements.lock")
    compile_lock([*run, *project["dependency-groups"]["dev"]], ROOT / "requirements-dev.lock")


if __name__ == "__main__":
    main()
