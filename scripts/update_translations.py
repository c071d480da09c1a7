"""Brings the translations up to date: reads the words of the window, keeps what is translated, builds the .qm files.

New words stand as ``unfinished`` in ``resources/i18n/*.ts`` afterwards; the script names them and fails until they are
translated (with Qt Linguist or any editor). English has a file of its own for its plurals alone.
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
CHINESE = FOLDER / "translator_desk_zh_CN.ts"
ENGLISH = FOLDER / "translator_desk_en.ts"


def update(ts: Path) -> None:
    """Take the words of the code into a .ts file."""
    files = [str(one.relative_to(ROOT)) for one in sorted((ROOT / "translator_desk" / "ui").rglob("*.py"))]
    command = [_tool("lupdate"), *files, "-ts", str(ts), "-no-obsolete", "-locations", "none", "-silent"]
    language = "en" if ts.stem.endswith("_en") else "zh_CN"
    command += ["-source-language", "en", "-target-language", language]
    if language == "en":
        command.append("-pluralonly")
    subprocess.run(command, cwd=ROOT, check=True)


def group_digits(ts: Path) -> None:
    """Have counts written with their digits in groups, whichever way a translation names them: ``%Ln`` for ``%n``."""
    text = ts.read_text("utf-8")
    ts.write_text(re.sub(r"(?<=<numerusform>)[^<]*", lambda form: form[0].replace("%n", "%Ln"), text), "utf-8")


def build(ts: Path, qm: Path) -> None:
    """Make the .qm file that the window loads."""
    subprocess.run([_tool("lrelease"), str(ts), "-qm", str(qm), "-silent"], cwd=ROOT, check=True)


def unfinished(ts: Path) -> list[str]:
    """Return the words that wait for a translation."""
    found = []
    for message in ElementTree.parse(ts).iter("message"):
        translation = message.find("translation")
        words = [] if translation is None else [one.text for one in translation.iter() if len(one) == 0]
        if translation is None or translation.get("type") == "unfinished" or not all(words):
            found.append(message.findtext("source", ""))
    return found


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def main() -> int:
    """Update and build; return 1 while words wait for a translation."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    waiting = 0
    for ts in (CHINESE, ENGLISH):
        update(ts)
        group_digits(ts)
        build(ts, ts.with_suffix(".qm"))
        for words in unfinished(ts):
            print(f"{ts.name}: not translated: {words!r}")
            waiting += 1
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
