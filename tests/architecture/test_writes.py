"""User data reaches the disk through one door only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import translator_desk

ROOT = Path(translator_desk.__file__).parent
FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py") if "_shipped" not in path.parts)
DOOR = "formats/atomic_write.py"
# A copy of a project in a temporary folder, made to look at it and thrown away: nobody's data.
OTHERS = {"store/reading.py"}
WRITING_MODES = set("wax+")


def opens_for_writing(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in {"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile", "copyfile", "copy2", "copytree"}:
        return True
    if name not in {"open", "fdopen"}:
        return False
    modes = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    texts = [arg.value for arg in modes if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return any(len(text) <= 4 and set(text) & WRITING_MODES and set(text) <= set("rwxabt+") for text in texts)


def writes(source: str) -> list[int]:
    return [
        node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and opens_for_writing(node)
    ]


@pytest.mark.parametrize("file", [file for file in FILES if file != DOOR and file not in OTHERS])
def test_files_are_written_by_atomic_write_only(file: str):
    assert writes((ROOT / file).read_text(encoding="utf-8")) == []


def test_the_test_sees_writes():
    assert writes((ROOT / DOOR).read_text(encoding="utf-8"))
    seen = "open(p, 'w')\np.open('wb')\nopen(p, mode='a')\np.write_text('')\np.open()\nopen(p, 'rb')\nopen('w.txt')\n"
    assert writes(seen) == [1, 2, 3, 4]
