"""Issues, segments and small checks for the tests of the engine."""

from __future__ import annotations

from translator_desk.checks.base import Example, Facts, Family, GroupCheck, Need, Observation, SegmentCheck
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.model.document import Byline, Document, Layout
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.issue import Fix, FixPart, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level, Severity
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

LAYOUT = Layout("plain-text", "utf-8", b"", (), "")


def document(name="d", *, has_source=True, date=None):
    return Document(DocumentId(name), name, date, None, "", has_source, Byline(), LAYOUT)


def segment(number, target, source="", *, document="d", separator="", paragraph=0):
    return Segment(SegmentId(number), DocumentId(document), paragraph, source, target, separator)


def terms(entries):
    text = f"version: 2\nlanguage: {{source: zh, target: en}}\nentries:\n{entries}"
    return TermBase.build([parse_term_file(text.encode(), "terms.yaml")])


def issue(check, target=None, source=None, *, level=Level.WARNING, fixes=(), message="m", part=FixPart.TARGET):
    return Issue(
        CheckId(check), level, Severity.MINOR, Mqm.WRONG_TERM, DocumentId("d"), SegmentId(1),
        Span(*target) if target else None, Span(*source) if source else None, say(message, message),
        expected=tuple(fixes), fixes=tuple(Fix(Span(*target), one) for one in fixes), part=part,
    )  # fmt: skip


class Shout(SegmentCheck):
    """Finds words in capitals."""

    id = CheckId("shout")
    title = explanation = Wording("Shouting", "大写")
    mqm = Mqm.CAPITALIZATION
    level = Level.WARNING
    family = Family.GRAMMAR
    examples = (Example("x"),)

    def find(self, facts: Facts):
        """Yield an issue for each word in capitals; a word of one letter is a light case."""
        at = 0
        for word in facts.target.split(" "):
            if word.isupper():
                level = Level.INFO if len(word) == 1 else None
                yield self.issue(
                    facts, Span(at, at + len(word)), say("loud", "大"), level=level, expected=(word.lower(),)
                )
            at += len(word) + 1


class Rarer(GroupCheck):
    """Words that begin alike in the project: the rarer spelling is found; the first in reading order breaks a tie."""

    id = CheckId("rarer")
    title = explanation = Wording("Rarer", "较少")
    mqm = Mqm.INCONSISTENCY
    level = Level.INFO
    family = Family.CONSISTENCY
    smallest_group = 2
    examples = (Example("x"),)

    def observe(self, facts: Facts):
        """Note each word under its first letter."""
        at = 0
        for word in facts.target.split(" "):
            if word:
                yield Observation(word[0], facts.segment.id, facts.document.id, Span(at, at + len(word)), word)
            at += len(word) + 1

    def judge(self, observations, context):
        """Yield those unlike the most frequent one."""
        texts = [one.text for one in observations]
        usual = max(texts, key=lambda text: (texts.count(text), -texts.index(text)))
        for one in observations:
            if one.text != usual:
                yield self.issue(one, one.span, say("rarer", "较少"), expected=(usual,))


class NeedsSource(SegmentCheck):
    """Finds a target that is longer than its source."""

    id = CheckId("longer")
    title = explanation = Wording("Longer", "较长")
    mqm = Mqm.ADDITION
    level = Level.ERROR
    family = Family.COMPLETENESS
    needs = frozenset({Need.SOURCE})
    any_length = True
    examples = (Example("x"),)

    def find(self, facts: Facts):
        """Yield one issue over the whole target."""
        if len(facts.target) > len(facts.source):
            yield self.issue(facts, Span(0, len(facts.target)), say("long", "长"), source=Span(0, len(facts.source)))


class Broken(SegmentCheck):
    """A check with a bug."""

    id = CheckId("broken")
    title = explanation = Wording("Broken", "坏")
    mqm = Mqm.GRAMMAR
    level = Level.ERROR
    family = Family.NAME
    examples = (Example("x"),)

    def find(self, facts: Facts):
        """Break on the word "bug"."""
        if "bug" in facts.target:
            raise ZeroDivisionError
        return ()
