"""Random histories of several authors, for the laws of redlines.

Made from a seed and a length: drawing every letter by itself takes ten times longer than the laws.
"""

from __future__ import annotations

import random

from hypothesis import strategies as st

from translator_desk.model.redline import Redline
from translator_desk.text.span import Span

AUTHORS = ("Li", "Wang", "Chen")
PARTS = (
    *("Deng", " ", "Qunze", "ce", "a", "the ", "-", "’s", "1,500", ".5", "邓", "群策", "。"),
    *("𠮷", "", "  x", "e\u0301", "\n"),
)
WORDS = st.sampled_from(PARTS)
TEXT = st.lists(WORDS, max_size=8).map("".join)


def history(seed, length):
    """Return a text, the steps that several authors did to it, and what plain string editing makes of it."""
    chance = random.Random(seed)
    baseline = text = "".join(chance.choices(PARTS, k=chance.randrange(9)))
    steps = []
    for _ in range(length):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 2, 3, 5, 9)))
        words = chance.choice(PARTS)
        steps.append((Span(start, end), words, chance.choice(AUTHORS)))
        text = text[:start] + words + text[end:]
    return baseline, steps, text


def played(baseline, steps):
    """Return the redline after the steps."""
    redline = Redline.of(baseline)
    for span, words, author in steps:
        redline = redline.write(span, words, author)
    return redline


HISTORIES = st.builds(history, st.integers(0, 1 << 40), st.integers(0, 9))
REDLINES = HISTORIES.map(lambda made: played(made[0], made[1]))
