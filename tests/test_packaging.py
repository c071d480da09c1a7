"""What is installed is what the program asks for, and every file it needs goes along."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = PROJECT["project"]["dependencies"]
DEV = PROJECT["dependency-groups"]["dev"]


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return {canonicalize_name(found): version for found, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)}


@pytest.mark.parametrize(("lock", "wanted"), [("requirements.lock", RUN), ("requirements-dev.lock", [*RUN, *DEV])])
def test_the_lock_holds_what_the_program_asks_for(lock, wanted):
    versions = locked(lock)
    for line in wanted:
        requirement = Requirement(line)
        version = versions.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name}: run make lock"
        assert requirement.specifier.contains(version), f"{requirement}: run make lock"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_is_pinned_by_hashes_and_no_index_is_named(lock):
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"--(?:extra-)?index-url|--find-links|--trusted-host|https?://", text)
    packages = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert packages
    assert all("--hash=sha256:" in one for one in packages)


def test_both_locks_agree():
    run, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: dev.get(name) for name in run} == run


def test_wheel_and_source_archive_carry_what_the_program_needs(tmp_path):
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    (source,) = tmp_path.glob("*.tar.gz")
    carried = set(zipfile.ZipFile(wheel).namelist())
    with tarfile.open(source) as archive:
        unpacked = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("glossaries", "resources"):
        files = [path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        assert {f"translator_desk/_shipped/{name}" for name in files} <= carried
        assert set(files) <= unpacked
    assert {"main.py", "Makefile", "requirements.lock", "scripts/setup_environment.py"} <= unpacked
    assert "LICENSE" in unpacked
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in carried)
    assert not any(name.startswith("tests/") for name in carried)
    assert "translator_desk/store/migrations/versions/step_0001_project_file.py" in carried
