"""Two files paired unit by unit, for people and programs that want the pairs alone."""

from __future__ import annotations

from dataclasses import dataclass

from translator_desk.app.anchors import find_anchors
from translator_desk.formats.base import TextFile
from translator_desk.formats.furniture import set_aside
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.align import Bead, align
from translator_desk.text.segmenter import split_chinese, split_english


@dataclass(frozen=True, slots=True)
class Alignment:
    """Units of both sides and the beads between them; every unit stands in exactly one bead."""

    source: list[str]
    target: list[str]
    beads: list[Bead]


def align_files(source: TextFile, target: TextFile, term_base: TermBase, *, by_line: bool) -> Alignment:
    """Return the beads of two texts: lines as they stand, or the sentences of their paragraphs without furniture."""
    if by_line:
        left, right = ([block.text for block in file.blocks] for file in (source, target))
    else:
        left = [one for text in _paragraphs(source) for one, _ in split_chinese(text)]
        right = [one for text in _paragraphs(target) for one, _ in split_english(text)]
    return Alignment(left, right, align(left, right, *find_anchors(left, right, term_base)))


def _paragraphs(file: TextFile) -> list[str]:
    return [paragraph.text for paragraph in set_aside(file).layout.paragraphs]
