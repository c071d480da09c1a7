"""What a change is about, told by its words alone."""

from __future__ import annotations

import pytest

from translator_desk.model.redline import Redline
from translator_desk.review.grouping import hunks
from translator_desk.review.kinds import ChangeKind, kind_by_words
from translator_desk.text.span import Span


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("June 6", "6 June", ChangeKind.NUMBER),
        ("eight", "nine", ChangeKind.NUMBER),
        ("Deng Qunze", "Deng Qunce", ChangeKind.NAME),
        ("publicity,catering", "publicity, catering", ChangeKind.PUNCTUATION),
        ("in turn", "", ChangeKind.WORDING),
    ],
)
def test_the_words_tell(old, new, kind):
    redline = Redline.of(f"It says {old} here.").write(Span(8, 8 + len(old)), new, "Li")
    (hunk,) = hunks(redline)
    assert kind_by_words(hunk) is kind
