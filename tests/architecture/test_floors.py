"""The house stands as drawn: floors import downwards, files stay short, the command line needs no Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 500
SAMPLES = ROOT / "tests" / "data" / "samples"


def test_imports_go_downwards(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    # It would switch off the logging of the program for the tests that follow.
    monkeypatch.setattr("logging.config.dictConfig", lambda _: None)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_modules_import_each_other_in_a_circle():
    # Imports for types alone count: who reads one end of a circle must read all of it.
    graph = grimp.build_graph("translator_desk", cache_dir=None, exclude_type_checking_imports=False)
    assert len(graph.modules) > 300
    # Stops with the circle found.
    TopologicalSorter({one: graph.find_modules_directly_imported_by(one) for one in graph.modules}).prepare()


def test_no_file_is_longer_than_500_lines():
    files = [
        path for folder in ("translator_desk", "tests", "scripts", "bench") for path in (ROOT / folder).rglob("*.py")
    ]
    assert len(files) > 100
    long = {str(path.relative_to(ROOT)): count for path in files if (count := len(_lines(path))) > LONGEST}
    assert long == {}


def _lines(path):
    return path.read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--source", str(SAMPLES / "s3.zh.txt"), "--target", str(SAMPLES / "s3.en.txt"), "--aligned"],
        ["explain", "--list"],
        ["--help"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_the_command_line_never_loads_qt(arguments, tmp_path):
    program = (
        "import sys\n"
        "from translator_desk.__main__ import main\n"
        "sys.argv = ['translator-desk', *sys.argv[1:]]\n"
        "code = 0\n"
        "try:\n"
        "    code = main()\n"
        "except SystemExit as ended:\n"
        "    code = ended.code\n"
        "loaded = sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6')))\n"
        "print('\\nloaded', loaded, 'code', code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    last = done.stdout.splitlines()[-1:] or [done.stderr]
    assert last[0] in ("loaded [] code 0", "loaded [] code 1"), done.stdout + done.stderr
