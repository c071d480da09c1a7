"""Writes the catalogue of checks of the manual, English and Chinese; ``--check`` only compares."""

from __future__ import annotations

import sys
from pathlib import Path

from translator_desk.checks.catalogue import catalogue
from translator_desk.checks.registry import all_checks

ROOT = Path(__file__).resolve().parent.parent
PAGES = {ROOT / "docs" / "checks.md": "en", ROOT / "docs" / "zh" / "checks.md": "zh"}


def stale_pages() -> list[Path]:
    """Return the pages that do not say what the checks say."""
    return [
        path
        for path, language in PAGES.items()
        if not path.exists() or path.read_text("utf-8") != catalogue(all_checks(), language)
    ]


def main() -> int:
    """Write the pages, or say which are stale."""
    stale = stale_pages()
    for path in stale:
        if "--check" not in sys.argv[1:]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(catalogue(all_checks(), PAGES[path]), "utf-8")
        print(path.relative_to(ROOT))
    return int(bool(stale) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
