"""What a check is: what it declares, what it is given, what it gives back.

A check is one class in one file of ``checks/rules``; the catalogue, the options, the command line and the manual
follow from what the class declares. A check keeps no state: everything it needs comes with the facts of a segment.

A project has a hundred thousand segments and nearly all are right, so what counts is the time a check takes to see that
it has nothing to say; 0.3 microseconds are good, ten are not. To stay cheap

- declare ``signs`` (``signs.py``): the words or marks of which a segment shows one wherever the check finds something.
  They are looked for once for all checks, over some hundred segments; where none is shown the check is not called;
- declare a ``gate``: an analysis that several checks share (``changed_figures``, ``english_names``). Where it is false the
  check is not called either. Ask a quick question of your own at the head of a ``find`` that returns ``()`` (no generator);
- ask for words by sets: ``words.isdisjoint(facts.of(target_words))`` costs 0.2 microseconds, whatever the number of
  words; an expression with many ``|`` costs thirty;
- ask for marks by ``in`` and ``isascii``; begin an expression with a letter or a class (``[,;](?<=...)``), never with a
  look-behind or a word border, so that it runs to its places and does not try each;
- look for several hundred phrases with one automaton, and for nothing letter by letter in Python;
- work out offices, evidence and fixes only once something is found; make spans and observations late.

``make bench`` prints what each check costs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from sys import maxsize
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from translator_desk.checks.fix_place import fitted
from translator_desk.checks.signs import Signs
from translator_desk.glossary.entry import Kind
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.issue import Fix, FixPart, Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.project import NameDecision
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level, Severity
from translator_desk.text.span import Span
from translator_desk.text.tokens import letters_only
from translator_desk.wording import Message, Wording

if TYPE_CHECKING:
    from translator_desk.checks.rule_pack import RulePacks
    from translator_desk.glossary.term_base import TermBase

T = TypeVar("T")


class Need(StrEnum):
    """What a check cannot do without; where it lacks, the check is reported as not run."""

    SOURCE = "source"
    DATE = "date"
    TERMS = "terms"


class Family(IntEnum):
    """Who speaks where spans overlap: the lower number. What the others saw becomes its evidence."""

    OFFICE_HOLDER = 0
    NAME = 1
    PLACE = 2
    FIGURE = 3
    SLOGAN = 4
    TERM_AVOID = 5
    TERM_MISSING = 6
    TERM_INCONSISTENT = 7
    CALQUE = 8
    GRAMMAR = 9
    SPELLING = 10
    COMPLETENESS = 11
    LAYOUT = 12
    CONSISTENCY = 13


class Sight(IntEnum):
    """What of the terms a check looks at, so that a change of terms asks those only that it can reach.

    Each sees what those before it see.

    Attributes:
        TEXTS: Nothing: it looks at the texts alone.
        CHINESE: Where which entries stand in the Chinese, and of which kind they are.
        NAMES: All of the persons, places and titles.
        ALL: Any form of any entry.
    """

    TEXTS = 0
    CHINESE = 1
    NAMES = 2
    ALL = 3


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a check: documentation and test in one.

    Attributes:
        target: The English segment.
        source: Its Chinese, or "" (then the document has none).
        found: Words of the target that must be found, in order; empty where the check must stay silent. A missing
            thing is given as "".
        fixed: The target after the first fix of every finding, or "" where there is no fix to test.
        terms: Glossary entries the example needs, as the YAML of an ``entries:`` list.
        before: Earlier segments of the same document, (source, target) each.
        elsewhere: Targets of other documents of the project.
        date: Publication date of the document, ISO, or "".
        note: Why this one is worth showing, for the manual.
    """

    target: str
    source: str = ""
    found: tuple[str, ...] = ()
    fixed: str = ""
    terms: str = ""
    before: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[str, ...] = ()
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What a person, a house or a project adds to the checks, beside terms.

    Attributes:
        words: Words that are no slips of spelling, in small letters.
        rules: Rule packs over the shipped ones: a rule stands in place of the shipped rule of its id.
    """

    words: frozenset[str] = frozenset()
    rules: RulePacks | None = None


NOTHING_OF_ONES_OWN = OwnFacts()


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What all segments of a run share.

    Attributes:
        term_base: The layered term base in force.
        name_decisions: "Same person" / "different people", as decided so far.
        own: Words and rules of the person, the house and the project.
    """

    term_base: TermBase
    name_decisions: tuple[NameDecision, ...] = ()
    own: OwnFacts = NOTHING_OF_ONES_OWN


class Facts(dict[Callable[["Facts"], object], object]):
    """What is known of one segment; whatever is computed is computed once, whichever check asks first.

    It is the dictionary of what was computed: asked seventy times for every segment, it is not to cost a call in Python.

    Attributes:
        segment: The segment as it is now.
        document: Its document.
        context: What all segments share.
        source: The Chinese, simplified code point for code point, so that spans count in the original as well.
        target: The English.
    """

    __slots__ = ("context", "document", "segment", "source", "target")

    def __init__(self, segment: Segment, document: Document, context: CheckContext, source: str) -> None:
        self.segment = segment
        self.document = document
        self.context = context
        self.source = source
        self.target = segment.target

    def __missing__(self, analysis: Callable[[Facts], object]) -> object:
        found = self[analysis] = analysis(self)
        return found

    if TYPE_CHECKING:

        def of(self, analysis: Callable[[Facts], T]) -> T:
            """Return ``analysis(self)``, computed at most once for this segment."""

    else:
        of = dict.__getitem__


def target_letters(facts: Facts) -> str:
    """Return the target as ``letters_only`` makes it: small letters, and spaces for all else."""
    return letters_only(facts.target)


def target_words(facts: Facts) -> list[str]:
    """Return the words of the target as ``letters_only`` parts them: in small letters, "well-known" as two."""
    return facts.of(target_letters).split()


class Observation(NamedTuple):
    """What a group check noted in one segment; equal keys are judged together.

    A named tuple and not a dataclass: several are made for every segment of a project.

    Attributes:
        key: The group. Put the document's id into it where documents must not be compared.
        segment: Where it was seen.
        document: The segment's document.
        span: The words, in the target.
        text: The words themselves.
        source_span: The words of the source they render, or None.
        data: What else the check wants to remember; hashable.
    """

    key: Hashable
    segment: SegmentId
    document: DocumentId
    span: Span
    text: str
    source_span: Span | None = None
    data: Hashable = None


class Check(ABC):
    """One thing the desk looks for.

    Subclass ``SegmentCheck`` or ``GroupCheck``. The docstring of the subclass is for the reader of the code;
    ``explanation`` is for the translator.
    """

    id: ClassVar[CheckId]
    title: ClassVar[Wording]
    explanation: ClassVar[Wording]
    mqm: ClassVar[Mqm]
    level: ClassVar[Level]
    family: ClassVar[Family]
    needs: ClassVar[frozenset[Need]] = frozenset()
    sight: ClassVar[Sight] = Sight.ALL
    """What of the terms it looks at; a test watches what it asks."""
    figures_and_names: ClassVar[bool] = False
    """Whether the profile "names and figures only" keeps this check."""
    strict_only: ClassVar[bool] = False
    """Whether only the profile "strict" runs it."""
    any_length: ClassVar[bool] = False
    """Whether it stays linear on a segment of any length; others skip segments above 50,000 code points."""
    gate: ClassVar[Callable[[Facts], object] | None] = None
    """An analysis; where its result is false the check has nothing to look at and is not called."""
    signs: ClassVar[Signs | None] = None
    """Of which a segment shows one wherever the check has anything to look at; None for every segment."""
    examples: ClassVar[tuple[Example, ...]]

    def issue(
        self,
        where: Facts | Observation,
        span: Span | None,
        message: Message,
        *,
        source: Span | None = None,
        level: Level | None = None,
        severity: Severity | None = None,
        mqm: Mqm | None = None,
        evidence: Sequence[Message] = (),
        expected: Sequence[str] = (),
        fixes: Sequence[Fix] = (),
        related: Sequence[RelatedPlace] = (),
        entry: str = "",
        part: FixPart = FixPart.TARGET,
    ) -> Issue:
        """Return an issue of this check at ``span`` of the target.

        Without ``fixes`` the expected forms become fixes over ``span`` where it is not empty. Where the segment is at
        hand, fixes take the marks that its text uses, and bring the article before them along.
        """
        level = level or self.level
        if isinstance(where, Facts):
            document, segment = where.document.id, where.segment.id
        else:
            document, segment = where.document, where.segment
        if not fixes and expected and span is not None and span.start != span.end:
            fixes = [Fix(span, form, part) for form in expected]
        if fixes and isinstance(where, Facts):
            fixes = fitted(fixes, where.target, where.document)
        return Issue(
            check=self.id,
            level=level,
            severity=severity or SEVERITY_OF_LEVEL[level],
            mqm=mqm or self.mqm,
            document=document,
            segment=segment,
            target=span,
            source=source,
            message=message,
            evidence=tuple(evidence),
            expected=tuple(expected),
            fixes=tuple(fixes),
            related=tuple(related),
            entry=entry,
            part=part,
        )


SEVERITY_OF_LEVEL: Mapping[Level, Severity] = {
    Level.ERROR: Severity.CRITICAL,
    Level.WARNING: Severity.MINOR,
    Level.INFO: Severity.NEUTRAL,
}


class SegmentCheck(Check):
    """A check that needs to see one segment only."""

    @abstractmethod
    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return the issues of one segment; silence where the check cannot tell."""


class GroupCheck(Check):
    """A check that compares segments: each notes observations, equal keys are judged together.

    Incremental by construction: an edit replaces the observations of its segment, and only the groups they touch
    are judged again.
    """

    smallest_group: ClassVar[int] = 1
    """Groups of fewer observations cannot hold an issue and are never judged; 2 for what compares places."""

    largest_group: ClassVar[int] = maxsize
    """Groups of more segments are never judged: to look at all of them again would make typing wait."""

    judged_by: ClassVar[frozenset[Kind]] = frozenset(Kind)
    """Kinds of term entries the judgement looks at: where others change, the groups stand as they were judged."""

    @abstractmethod
    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Return what this segment adds to the groups."""

    @abstractmethod
    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the issues of one group; observations come in reading order of the project."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Which checks run and at which level.

    Attributes:
        profile: "standard", "strict" or "names-and-figures".
        levels: Level a project gave a check; "off" switches it off.
        only: Run these only, where not empty.
        skip: Leave these out.
        own: Words and rules of the person, the house and the project.
    """

    profile: str = "standard"
    levels: Mapping[CheckId, str] = field(default_factory=dict)
    only: frozenset[CheckId] = frozenset()
    skip: frozenset[CheckId] = frozenset()
    own: OwnFacts = NOTHING_OF_ONES_OWN
