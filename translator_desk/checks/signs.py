"""Signs: words and marks without which a check has nothing to look at, looked for once for all checks.

Calling sixty checks on a segment so that each sees for itself that it has nothing to say takes longer than all the looks
that find something. So a check may declare its signs, in its class::

    signs = Signs(words=("am", "pm", "m"))            # words of the target: any case, "a.m." as two words
    signs = Signs(words=_first_syllables)             # or what a function returns, where they come from a table
    signs = Signs(target="“”", source=("上午", "下午"))  # letters, marks or longer pieces as they stand on a side

One sign is enough; where a segment shows none the check is not called. Signs say "perhaps", never "surely": every
segment in which the check finds or notes anything must show one, which ``tests/checks/test_signs.py`` tries.
A ``gate``, which is an analysis of one segment, is asked after the signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Signs:
    """What a segment shows that is worth a look; one of all these is enough.

    Attributes:
        words: Words of the target, as ``target_words`` has them, or a function that returns them.
        target: Letters, marks or longer pieces of the target as it stands; a text is one letter after the other.
        source: Those of the source, in simplified characters.
    """

    words: tuple[str, ...] | frozenset[str] | Callable[[], Iterable[str]] = ()
    target: str | tuple[str, ...] = ()
    source: str | tuple[str, ...] = ()


class Lookout:
    """Looks for the signs of several checks in several segments: each word and mark is looked for once."""

    __slots__ = ("_of_source", "_of_target", "_of_word", "_several", "_words")

    def __init__(self, several: Sequence[Signs]) -> None:
        """Prepare to look for these."""
        self._several = len(several)
        self._of_word: dict[str, list[int]] = {}
        self._of_target: dict[str, list[int]] = {}
        self._of_source: dict[str, list[int]] = {}
        for number, signs in enumerate(several):
            words = signs.words() if callable(signs.words) else signs.words
            for table, of_one in (
                (self._of_word, words),
                (self._of_target, signs.target),
                (self._of_source, signs.source),
            ):
                for one in of_one:
                    table.setdefault(one, []).append(number)
        self._words = frozenset(self._of_word)

    def showing(
        self, words: Iterable[Sequence[str]], targets: Sequence[str], sources: Sequence[str]
    ) -> list[list[int]]:
        """Return, for each of the signs, the numbers of the segments that show one, in order.

        Args:
            words: The words of each target, as ``target_words`` has them.
            targets: The targets.
            sources: The sources, simplified.
        """
        shown: list[set[int]] = [set() for _ in range(self._several)]
        of_word, known = self._of_word, self._words
        for number, of_one in enumerate(words) if known else ():
            for word in known.intersection(of_one):
                for signs in of_word[word]:
                    shown[signs].add(number)
        for texts, marks in ((targets, self._of_target), (sources, self._of_source)):
            together = "\n".join(texts)
            for mark, several in marks.items():
                if mark in together:
                    having = [number for number, text in enumerate(texts) if mark in text]
                    for signs in several:
                        shown[signs].update(having)
        return [sorted(one) for one in shown]


@lru_cache(maxsize=64)
def lookout(several: tuple[Signs, ...]) -> Lookout:
    """Return what looks for these signs; the documents of a project share it."""
    return Lookout(several)
