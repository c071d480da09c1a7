"""Rule packs: lists of phrases in a YAML file, for linguists to extend; ``RulePackCheck`` speaks for them.

A pack is one file of ``glossaries/rules``; its rules are looked for all at once, so a rule more costs next to nothing.
Every rule carries examples both ways, which run as tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translator_desk.checks.phrase import Phrase, PhraseError, phrase, refuse_template
from translator_desk.checks.phrase_index import PhraseIndex
from translator_desk.errors import InputError
from translator_desk.glossary.strict_text import decoded, read_bytes, refuse_slips
from translator_desk.glossary.yaml_fields import choice, fields_of, items_of, text_of, texts_of, truth_of
from translator_desk.glossary.yaml_nodes import Node, Place, Scalar, read_nodes
from translator_desk.model.severity import Level
from translator_desk.resources import shipped_glossaries
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

TOP_KEYS = ("version", "check", "rules")
RULE_KEYS = (
    "id",
    "find",
    "before",
    "after",
    "unless",
    "absent",
    "zh",
    "with_source",
    "case",
    "level",
    "why",
    "write",
    "found",
    "silent",
)
_MARKED = re.compile("«([^»]*)»")


@dataclass(frozen=True, slots=True)
class RuleExample:
    """One example of a rule.

    Attributes:
        text: The English, without the marks.
        zh: Its Chinese, or "".
        found: The words that must be found, in order; none where the rule must stay silent.
        fixed: The text after the first fix of every finding, or "".
    """

    text: str
    zh: str
    found: tuple[str, ...]
    fixed: str


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of a pack.

    Attributes:
        id: Its name in the pack.
        phrases: What it finds.
        before: One of these stands right before, where not empty.
        after: One of these stands right after, where not empty.
        unless: What excuses words that it overlaps.
        absent: What excuses wherever it stands in the segment.
        zh: Han words of which one must stand in the source, where there is a source.
        with_source: Whether it speaks only where there is one.
        case: Whether letters count as written.
        write: What to write instead, best first.
        why: What is wrong with it.
        level: How bad it is, None for the level of the check.
        examples: Examples both ways.
        place: File and line, for the evidence.
    """

    id: str
    phrases: tuple[Phrase, ...]
    before: tuple[Phrase, ...]
    after: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    absent: tuple[Phrase, ...]
    zh: tuple[str, ...]
    with_source: bool
    case: bool
    write: tuple[str, ...]
    why: Wording
    level: Level | None
    examples: tuple[RuleExample, ...]
    place: str

    def find(self, target: str, source: str, phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, re.Match[str]]]:
        """Yield where the rule speaks in the target of a segment by some of its phrases; ``source`` is "" without one."""
        if source:
            if self.zh and not any(words in source for words in self.zh):
                return
        elif self.with_source:
            return
        for one in phrases:
            for match in one.matches(target):
                if not self._excused(target, one.span(match)):
                    yield one, match

    def _excused(self, target: str, span: Span) -> bool:
        start, end = span.start, span.end
        if self.before and not any(
            target[other.end() : start].isspace() for one in self.before for other in one.pattern.finditer(target)
        ):
            return True
        if self.after and not any(
            not target[end : other.start()].strip(" ,") and other.start() >= end
            for one in self.after
            for other in one.pattern.finditer(target)
        ):
            return True
        if any(one.pattern.search(target) for one in self.absent):
            return True
        return any(
            other.start() < end and start < other.end() for one in self.unless for other in one.pattern.finditer(target)
        )


@dataclass(frozen=True, slots=True)
class RulePack:
    """What one file holds.

    Attributes:
        check: Id of the check that speaks for it.
        rules: In file order.
    """

    check: str
    rules: tuple[Rule, ...]


Candidates = dict[str, dict[str, tuple[Rule, list[Phrase]]]]
"""Rules by check and id, each with the phrases by which it may speak."""


class RulePacks:
    """All packs, searched at once.

    Attributes:
        packs: The packs.
        ids: Check and id of every rule.
    """

    def __init__(self, packs: Iterable[RulePack]) -> None:
        self.packs = tuple(packs)
        self._phrases = [(pack.check, rule, one) for pack in self.packs for rule in pack.rules for one in rule.phrases]
        self._index = PhraseIndex(one.clue for _, _, one in self._phrases)
        self.ids = frozenset((pack.check, rule.id) for pack in self.packs for rule in pack.rules)

    def candidates(self, words: Sequence[str]) -> Candidates:
        """Return by check the rules that may speak in a text of these words (by ``text_words``)."""
        found: Candidates = {}
        for number in self._index.find(words):
            check, rule, one = self._phrases[number]
            found.setdefault(check, {}).setdefault(rule.id, (rule, []))[1].append(one)
        return found


@cache
def shipped_rules() -> RulePacks:
    """Return the rule packs that ship with the desk.

    Raises:
        InputError: One of the files breaks a rule of the format.
    """
    return RulePacks(read_rule_pack(path) for path in sorted((shipped_glossaries() / "rules").glob("*.yaml")))


def own_rules(folders: Iterable[Path]) -> RulePacks | None:
    """Return the rule packs of some folders, None where there are none; a rule stands over an earlier one of its id.

    Raises:
        InputError: A file cannot be read, breaks a rule of the format, or is for a check that has no rules.
    """
    files = [path for folder in dict.fromkeys(folders) if folder.is_dir() for path in sorted(folder.glob("*.yaml"))]
    if not files:
        return None  # the shipped ones take most of a second to read: a project is shown before
    checks = tuple(dict.fromkeys(pack.check for pack in shipped_rules().packs))
    packs = [read_rule_pack(path, checks) for path in files]
    latest = {(pack.check, rule.id): rule for pack in packs for rule in pack.rules}
    kept = [
        RulePack(pack.check, tuple(rule for rule in pack.rules if latest[pack.check, rule.id] is rule))
        for pack in packs
    ]
    return RulePacks(kept)


# Reading


def read_rule_pack(path: Path, checks: Sequence[str] = ()) -> RulePack:
    """Return the rules of one file, which must be for one of ``checks`` where some are named.

    Raises:
        InputError: The file cannot be read or breaks a rule of the format; names line, column and remedy.
    """
    return parse_rule_pack(read_bytes(path), str(path), checks)


def parse_rule_pack(data: bytes, path: str, checks: Sequence[str] = ()) -> RulePack:
    """Return the rules of the bytes of a file; ``path`` is for messages.

    Raises:
        InputError: As ``read_rule_pack``.
    """
    file = Place(path)
    text = decoded(data, path)
    refuse_slips(text, path, (*TOP_KEYS, *RULE_KEYS))
    root = read_nodes(text, file)
    if root is None:
        raise file.refuse(None, say("holds no rules; begin with “version: 1”", "没有任何规则；请以“version: 1”开头"))
    top = fields_of(root, "the file", TOP_KEYS, file)
    for key in ("version", "check"):
        if key not in top:
            raise file.refuse(
                root.start_mark, say("the file has no “{key}”; add it", "文件缺少“{key}”；请补上", key=key)
            )
    choice(top["version"], "version", ("1",), file)
    rules: list[Rule] = []
    seen: dict[str, int] = {}
    for node in items_of(top["rules"], "rules", file) if "rules" in top else ():
        rule = _rule(node, file)
        if rule.id in seen:
            message = say(
                "the id “{id}” is used already in line {line}; give one of the two another id",
                "id“{id}”已在第 {line} 行使用；请为其中一个更换 id",
                id=rule.id,
                line=seen[rule.id],
            )
            raise file.refuse(node.start_mark, message)
        seen[rule.id] = file.line(node.start_mark)
        rules.append(rule)
    check = choice(top["check"], "check", checks, file) if checks else text_of(top["check"], "check", file)
    return RulePack(check, tuple(rules))


def _rule(node: Node, file: Place) -> Rule:
    fields = fields_of(node, "a rule", RULE_KEYS, file)
    for key in ("id", "find", "why", "found", "silent"):
        if key not in fields:
            raise file.refuse(
                node.start_mark, say("the rule has no “{key}”; add it", "规则缺少“{key}”；请补上", key=key)
            )
    case = "case" in fields and truth_of(fields["case"], "case", file)

    def phrases(key: str) -> tuple[Phrase, ...]:
        return _phrases(fields[key], key, file, case=case) if key in fields else ()

    found = phrases("find")
    write = texts_of(fields["write"], "write", file) if "write" in fields else ()
    for form in write:
        try:
            refuse_template(form, found)
        except PhraseError as error:
            raise _refused(fields["write"], error, file) from None
    why = fields_of(fields["why"], "“why”", ("en", "zh"), file)
    if len(why) < 2:
        raise file.refuse(
            fields["why"].start_mark,
            say(
                "“why” needs both languages, {{en: …, zh: …}}",
                "“why”须有两种语言：{{en: …, zh: …}}",
            ),
        )
    levels = tuple(one.value for one in Level)
    level = Level(choice(fields["level"], "level", levels, file)) if "level" in fields else None
    line = file.line(node.start_mark)
    return Rule(
        id=text_of(fields["id"], "id", file),
        phrases=found,
        before=phrases("before"),
        after=phrases("after"),
        unless=phrases("unless"),
        absent=phrases("absent"),
        zh=texts_of(fields["zh"], "zh", file) if "zh" in fields else (),
        with_source="with_source" in fields and truth_of(fields["with_source"], "with_source", file),
        case=case,
        write=write,
        why=Wording(text_of(why["en"], "en", file), text_of(why["zh"], "zh", file)),
        level=level,
        examples=(
            *_examples(fields["found"], "found", file, marked=True),
            *_examples(fields["silent"], "silent", file, marked=False),
        ),
        place=f"{Path(file.path).name}:{line}",
    )


def _phrases(node: Node, key: str, file: Place, *, case: bool) -> tuple[Phrase, ...]:
    members: Sequence[Node] = (node,) if isinstance(node, Scalar) else items_of(node, key, file)
    found = []
    for one in members:
        try:
            found.append(phrase(text_of(one, key, file), case=case, anchored=key == "find"))
        except PhraseError as error:
            raise _refused(one, error, file) from None
    return tuple(found)


def _refused(node: Node, error: PhraseError, file: Place) -> InputError:
    return file.refuse(node.start_mark, _plain(error))


def _plain(error: PhraseError) -> Message:
    return say(error.en, error.zh)


def _examples(node: Node, key: str, file: Place, *, marked: bool) -> Iterator[RuleExample]:
    members = (node,) if isinstance(node, Scalar) else items_of(node, key, file)
    if not members:
        raise file.refuse(node.start_mark, say("“{key}” needs an example", "“{key}”至少要有一个例句", key=key))
    for one in members:
        if isinstance(one, Scalar):
            text, zh, fixed = text_of(one, key, file), "", ""
        else:
            fields = fields_of(one, "an example", ("text", "zh", "fixed") if marked else ("text", "zh"), file)
            if "text" not in fields:
                raise file.refuse(one.start_mark, say("the example has no “text”", "例句缺少“text”"))
            text, zh, fixed = (text_of(fields[at], at, file) if at in fields else "" for at in ("text", "zh", "fixed"))
        found = tuple(_MARKED.findall(text))
        if bool(found) is not marked:
            message = (
                say("mark the words to be found with « and »", "请用 « 和 » 标出应找到的词语")
                if marked
                else say("nothing is marked in an example of silence", "不应报告的例句中不作标记")
            )
            raise file.refuse(one.start_mark, message)
        yield RuleExample(_MARKED.sub(r"\1", text), zh, found, fixed)
