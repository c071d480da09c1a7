"""From which of our texts a version that comes back from outside was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz.fuzz import ratio

from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import Revision


def likely_texts(
    revisions: Iterable[Revision], begun: Mapping[SegmentId, str], theirs: Mapping[SegmentId, str]
) -> dict[SegmentId, str]:
    """Return our texts at the point of our history that theirs are most like.

    A text file does not say when it was made. Whoever edits a copy leaves most segments alone, so the moment with the
    most equal segments counts; of equal ones that with the most similar texts, and of those the latest.

    Args:
        revisions: Our history, in the order of the store.
        begun: What each segment said before its first revision.
        theirs: What each segment says in their version.
    """
    steps = [one for one in revisions if one.segment in theirs]
    now = {key: begun.get(key, "") for key in theirs}
    alike = {key: _likeness(now[key], text) for key, text in theirs.items()}
    score = [sum(one[part] for one in alike.values()) for part in (0, 1)]
    best, best_at = tuple(score), 0
    for at, step in enumerate(steps, 1):
        before = alike[step.segment]
        after = alike[step.segment] = _likeness(step.target, theirs[step.segment])
        score = [score[part] + after[part] - before[part] for part in (0, 1)]
        if tuple(score) >= best:
            best, best_at = tuple(score), at
    texts = {key: begun.get(key, "") for key in theirs}
    texts.update((step.segment, step.target) for step in steps[:best_at])
    return texts


def _likeness(ours: str, theirs: str) -> tuple[int, int]:
    """Return whether two texts are equal, and how similar they are, 0 to 10,000; whole numbers add up exactly."""
    return int(ours == theirs), round(100 * ratio(ours, theirs))
