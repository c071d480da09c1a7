"""Makes resources/data/traditional.tsv from the character table of OpenCC.

    pip install opencc-python-reimplemented && python scripts/make_traditional.py

OpenCC (Apache-2.0) lists for each traditional character its simplified ones, the usual one first. A character that
is its own second choice (乾, 著, 瞭) is in use in simplified text too; such rows are marked, and are only converted
in a text that is traditional by its other characters.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

# Simplified characters of the national list of 2013 that the table would convert without listing them as their own.
KEPT = "乾徵瞭藉夥於鍾"
# Kept whole: 覆蓋 is 覆盖 in simplified text, only 答覆 would change.
UNTOUCHED = "覆"

HEADER = """\
# Traditional Chinese characters with their simplified form, one code point for one.
# Columns: traditional, simplified, mark. Mark "both": also in use in simplified text, converted only in a text that
# is traditional by its other characters.
# Origin: character table TSCharacters of OpenCC (https://github.com/BYVoid/OpenCC), Apache-2.0; selection and marks
# by scripts/make_traditional.py.
"""


def main() -> None:
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("needs the package opencc-python-reimplemented")
    table = Path(spec.submodule_search_locations[0]) / "dictionary" / "TSCharacters.txt"
    simplest: dict[str, str] = {}
    marked = set()
    for line in table.read_text("utf-8").splitlines():
        traditional, _, choices = line.strip().partition("\t")
        simplified = choices.split()
        if len(traditional) != 1 or not simplified or traditional in UNTOUCHED:
            continue
        usual = next((choice for choice in simplified if choice != traditional and len(choice) == 1), "")
        if not usual:
            continue
        simplest[traditional] = usual
        if traditional in simplified or traditional in KEPT:
            marked.add(traditional)
    rows = []
    for traditional, usual in sorted(simplest.items()):
        while usual in simplest and usual not in marked:
            usual = simplest[usual]
        rows.append(f"{traditional}\t{usual}\tboth" if traditional in marked else f"{traditional}\t{usual}")
    out = Path(__file__).resolve().parent.parent / "resources" / "data" / "traditional.tsv"
    out.write_text(HEADER + "\n".join(rows) + "\n", "utf-8")
    print(f"{out}: {len(rows)} characters, {len(marked)} of them marked")


if __name__ == "__main__":
    main()
