"""Makes ``.venv`` with the pinned packages and the program in it. Runs on a bare Python 3.11 or newer.

    python3 scripts/setup_environment.py          what the program needs
    python3 scripts/setup_environment.py --dev    that, and what the tests need

A second run sees that nothing changed and ends at once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fail(sentence: str) -> None:
    sys.exit(f"translator_desk: {sentence}")


def stamp_text(lock: Path) -> str:
    parts = (lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def check_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  (run by whatever python3 the machine has)
        fail(
            f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}; install with: "
            "sudo apt-get install python3.11 python3.11-venv, then: make run PYTHON=python3.11"
        )
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        fail("Python's venv module is missing; install with: sudo apt-get install python3-venv python3-pip")


def run(*command: str) -> None:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        fail(f"this step failed, its own words stand above: {' '.join(command[1:6])} ...; mend that and run again")


def main() -> None:
    check_python()
    dev = "--dev" in sys.argv[1:]
    lock = ROOT / ("requirements-dev.lock" if dev else "requirements.lock")
    stamps = [VENV / ".setup-dev"] if dev else [VENV / ".setup-dev", VENV / ".setup-run"]
    for stamp in stamps:
        wanted = ROOT / ("requirements-dev.lock" if stamp.name == ".setup-dev" else "requirements.lock")
        if PYTHON.exists() and stamp.exists() and stamp.read_text() == stamp_text(wanted):
            return
    if not PYTHON.exists():
        if VENV.exists():
            shutil.rmtree(VENV)
        print("translator_desk: making .venv", flush=True)
        run(sys.executable, "-m", "venv", str(VENV))
    print("translator_desk: installing pinned packages (once; a few minutes on a slow line)", flush=True)
    run(str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(lock))
    run(str(PYTHON), "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    (VENV / (".setup-dev" if dev else ".setup-run")).write_text(stamp_text(lock))


if __name__ == "__main__":
    main()
