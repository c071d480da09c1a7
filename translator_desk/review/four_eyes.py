"""The rule of four eyes: nothing is approved that only one person has answered for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translator_desk.errors import RefusedError
from translator_desk.model.redline import Piece
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import Handling
from translator_desk.review.grouping import strokes
from translator_desk.wording import say


def answering(segment: Segment, handling: Handling) -> frozenset[str]:
    """Return who answers for the agreed wording: its writers and approvers, and who handed the document to review.

    Words that a file brought after the hand-over are not answered for by who handed it over.
    """
    people = frozenset(name for name in segment.hands if not is_outside(name))
    return people if len(people) < len(segment.hands) else people | frozenset(filter(None, (handling.handed_by,)))


_OUTSIDE = "⇄"


def outside(name: str, file: str) -> str:
    """Return the name under which changes from a file are pending: nobody who sits at this desk."""
    return f"{_OUTSIDE} {name.strip()}, {file}" if name.strip() else f"{_OUTSIDE} {file}"


def is_outside(name: str) -> bool:
    """Return whether a name stands for a file; it never answers for a text."""
    return name.startswith(_OUTSIDE)


def with_hands(hands: tuple[str, ...], *people: str) -> tuple[str, ...]:
    """Return the names with ``people`` added, each once, in the order they came; files are no people."""
    return tuple(dict.fromkeys((*hands, *(name for name in people if name and not is_outside(name)))))


def hands_after(hands: tuple[str, ...], accepted: Iterable[Piece], person: str) -> tuple[str, ...]:
    """Return who answers for the agreed wording after ``person`` accepted pieces.

    Words that a file brought were seen by ``person`` alone, so all others must look again; a mark that is no name
    stays with the names.
    """
    authors = strokes(accepted)
    if any(all(is_outside(name) for name in one) for one in authors):
        return (_OUTSIDE, person)
    return with_hands(hands, *sorted(frozenset[str]().union(*authors)), person)


def hands_of_both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return who answers for two texts that become one: only who answered for both."""
    marks = (_OUTSIDE,) if _OUTSIDE in (*first, *second) else ()
    return (*marks, *(name for name in first if name in second and name != _OUTSIDE))


def refuse_own(pieces: Sequence[Piece], person: str) -> None:
    """Refuse to let ``person`` agree to wording that nobody else has seen.

    Amending what another began is a second pair of eyes; wording that the person began is not, nor is what the person
    made of a file's words.

    Raises:
        RefusedError: A part of it is this person's alone.
    """
    if any({name for name in authors if not is_outside(name)} == {person} for authors in strokes(pieces)):
        new = "".join(piece.text for piece in pieces if piece.stands).strip()
        if new:
            raise RefusedError(
                say(
                    "“{words}” is your own wording: somebody else has to accept it. You can reject it, or ask for a "
                    "second pair of eyes.",
                    "“{words}”是您自己的措辞，须由他人接受。您可以撤回，或请另一人复核。",
                    words=new,
                )
            )
        raise RefusedError(
            say(
                "It was you who struck “{words}”: somebody else has to accept that. You can reject it, or ask for a "
                "second pair of eyes.",
                "“{words}”是您自己删去的，须由他人接受。您可以撤回，或请另一人复核。",
                words="".join(piece.text for piece in pieces if piece.agreed).strip(),
            )
        )


def lacks_second(segment: Segment, handling: Handling, *people: str) -> bool:
    """Return whether fewer than two people answer for the segment, ``people`` about to approve it included."""
    return len(answering(segment, handling).union(people)) < 2
