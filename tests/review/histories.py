"""Random histories of several authors, for the laws of redlines."""

from __future__ import annotations

from hypothesis import strategies as st

from translator_desk.model.redline import Redline
from translator_desk.text.span import Span

AUTHORS = ("Li", "Wang", "Chen")
WORDS = st.sampled_from(
    [
        "Deng",
        " ",
        "Qunze",
        "ce",
        "a",
        "the ",
        "-",
        "’s",
        "1,500",
        ".5",
        "邓",
        "群策",
        "。",
        "𠮷",
        "",
        "  x",
        "e\u0301",
        "\n",
    ]
)
TEXT = st.lists(WORDS, max_size=8).map("".join)


@st.composite
def edits(draw):
    return draw(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.4), WORDS, st.sampled_from(AUTHORS)), max_size=8))


def played(baseline, steps):
    """Return the redline after the steps, and the text as plain string editing gives it."""
    redline, text = Redline.of(baseline), baseline
    for where, much, words, author in steps:
        start = int(where * len(text))
        end = min(len(text), start + int(much * len(text)) + (words == ""))
        redline = redline.write(Span(start, end), words, author)
        text = text[:start] + words + text[end:]
    return redline, text


@st.composite
def redlines(draw):
    redline, _ = played(draw(TEXT), draw(edits()))
    return redline
