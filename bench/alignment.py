"""How right the pairing of sentences is: ``python -m bench.alignment CASES...`` (files of cases with gold beads)."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from translator_desk.app.anchors import find_anchors
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.resources import shipped_glossaries
from translator_desk.text.align import align

Bead = tuple[tuple[int, ...], tuple[int, ...]]


class Tally:
    """Beads found, given and right."""

    def __init__(self) -> None:
        self.right = self.found = self.gold = 0

    def add(self, found: set[Bead], gold: set[Bead]) -> None:
        """Count one case."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    def __str__(self) -> str:
        if not self.gold:
            return "     -       -"
        return f"{100 * self.right / max(1, self.found):7.1f} {100 * self.right / self.gold:7.1f}"


def measure(paths: Iterable[Path], term_base: TermBase) -> None:
    """Print precision and recall of whole beads, and of those without a counterpart, by kind of case."""
    kinds: dict[str, tuple[Tally, Tally]] = defaultdict(lambda: (Tally(), Tally()))
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            source, target = case["zh"], case["en"]
            beads = align(source, target, *find_anchors(source, target, term_base))
            found = {(bead.source, bead.target) for bead in beads}
            gold = {(tuple(one), tuple(other)) for one, other in case["gold"]}
            for kind in (case["variant"], "all"):
                every, lone = kinds[kind]
                every.add(found, gold)
                lone.add(_lone(found), _lone(gold))
    print(f"{'kind':10} precision recall   without counterpart: precision recall")
    for kind, (every, lone) in sorted(kinds.items()):
        print(f"{kind:10} {every}                        {lone}")


def _lone(beads: set[Bead]) -> set[Bead]:
    return {bead for bead in beads if not bead[0] or not bead[1]}


def main() -> int:
    """Measure and print."""
    measure(map(Path, sys.argv[1:]), load_layers(shipped_glossaries(), None, ()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
