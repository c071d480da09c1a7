"""Changes a list or a mapping in the text of a YAML file and leaves every character alone that need not change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from translator_desk.glossary.yaml_nodes import Group, Node, column_of, end_of, start_of
from translator_desk.glossary.yaml_write import Data, flow_text, key_text, scalar_text

LINE_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_BLANK_OR_COMMENT = re.compile(r"[ \t]+|\r\n|[\r\n\x85\u2028\u2029]|#[^\r\n\x85\u2028\u2029]*")
_SPACES = re.compile(r"[ \t]*")


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


class _Member(NamedTuple):
    """An item of a list, or a key of a mapping with its value."""

    start: int
    end: int


class Splice:
    """Edits of one text, collected and then applied at once.

    Args:
        text: The text the nodes were read from.
        newline: Line break to write.
    """

    def __init__(self, text: str, newline: str) -> None:
        self._text = text
        self._newline = newline
        self._edits: list[_Edit] = []

    def result(self) -> str:
        """Return the text with all edits."""
        parts: list[str] = []
        at = 0
        for edit in sorted(self._edits, key=lambda one: (one.start, one.end)):
            parts += (self._text[at : edit.start], edit.text)
            at = edit.end
        return "".join([*parts, self._text[at:]])

    def value(self, node: Node, old: Data, new: Data, *, in_flow: bool = False) -> None:
        """Make ``node``, which says ``old``, say ``new``."""
        if old == new:
            return
        if isinstance(node, Group) and node.is_map and isinstance(old, Mapping) and isinstance(new, Mapping):
            self.mapping(node, old, new, in_flow=in_flow)
        elif isinstance(node, Group) and not node.is_map and isinstance(old, list) and isinstance(new, list):
            self._items(node, old, new, in_flow=in_flow)
        else:
            self._replace(node, new, in_flow)

    def _replace(self, node: Node, new: Data, in_flow: bool) -> None:
        if isinstance(new, list) and not isinstance(node, Group) and len(new) == 1:
            new = new[0]
        if isinstance(new, str):
            style = None if isinstance(node, Group) else node.style
            said = scalar_text(new, in_flow=in_flow, style=style)
        else:
            said = flow_text(new, in_flow=in_flow)
        self._edits.append(_Edit(start_of(node), end_of(node, self._text), said))

    # Lists

    def _items(self, group: Group, old: Sequence[Data], new: Sequence[Data], *, in_flow: bool) -> None:
        members = [_Member(start_of(one), end_of(one, self._text)) for one in group.children]
        gone: list[int] = []
        matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], autojunk=False)
        for _, first, last, new_first, new_last in matcher.get_opcodes():
            both = min(last - first, new_last - new_first)
            for step in range(both):
                self.value(
                    group.children[first + step],
                    old[first + step],
                    new[new_first + step],
                    in_flow=in_flow or group.flow,
                )
            gone += range(first + both, last)
            self._insert(
                group,
                members,
                first + both - 1,
                [flow_text(one, in_flow=group.flow) for one in new[new_first + both : new_last]],
            )
        self._delete(group, members, gone)

    def delete_items(self, group: Group, gone: Sequence[int]) -> None:
        """Take items out of a list."""
        members = [_Member(start_of(one), end_of(one, self._text)) for one in group.children]
        self._delete(group, members, gone)

    # Mappings

    def mapping(self, group: Group, old: Mapping[str, Data], new: Mapping[str, Data], *, in_flow: bool = False) -> None:
        """Make a mapping that says ``old`` say ``new``; its keys keep their order, new ones go where they belong."""
        pairs = group.pairs()
        names = [getattr(key, "value", "") for key, _ in pairs]
        members = [_Member(start_of(key), end_of(value, self._text)) for key, value in pairs]
        in_flow = in_flow or group.flow
        gone = []
        for at, (name, (_, value)) in enumerate(zip(names, pairs, strict=True)):
            if name in old and name not in new:
                gone.append(at)
            elif name in old:
                self.value(value, old[name], new[name], in_flow=in_flow)
            elif name in new:
                self._replace(value, new[name], in_flow)  # the file said the default in so many words
        order = list(new)
        fresh: dict[int, list[str]] = {}
        for name in order:
            if name not in names:
                before = [names.index(one) for one in order[: order.index(name)] if one in names]
                fresh.setdefault(max(before, default=len(names) - 1), []).append(self._pair(group, name, new[name]))
        for at, said in fresh.items():
            self._insert(group, members, at, said)
        self._delete(group, members, gone)

    def _pair(self, group: Group, key: str, value: Data) -> str:
        if group.flow:
            return f"{key}: {flow_text(value)}"
        column = column_of(group)
        lists = [one for _, one in group.pairs() if isinstance(one, Group) and not one.is_map and not one.flow]
        dashes = column_of(lists[0]) if lists else column
        return key_text(key, value, self._newline, column, dashes)[column:]

    # Both

    def _insert(self, group: Group, members: Sequence[_Member], after: int, said: Sequence[str]) -> None:
        """Put new members behind the one numbered ``after``, -1 for before the first."""
        if not said:
            return
        if group.flow:
            if not members:
                self._put(start_of(group) + 1, ", ".join(said))
            elif after < 0:
                self._put(members[0].start, "".join(f"{one}, " for one in said))
            else:
                self._put(members[after].end, "".join(f", {one}" for one in said))
            return
        lead = " " * column_of(group) + ("" if group.is_map else "- ")
        if after < 0:
            self._put(line_start(self._text, members[0].start), "".join(lead + one + self._newline for one in said))
            return
        at = line_end(self._text, members[after].end)
        self._put(at, "".join(self._newline + lead + one for one in said))

    def _put(self, at: int, text: str) -> None:
        self._edits.append(_Edit(at, at, text))

    def _delete(self, group: Group, members: Sequence[_Member], gone: Sequence[int]) -> None:
        if not gone:
            return
        if group.flow:
            self._delete_in_flow(members, gone)
            return
        for at in gone:
            start = line_start(self._text, members[at].start)
            if group.is_map and self._text[start : members[at].start].strip():
                # The first key stands beside the dash: the next one takes its place there.
                self._edits.append(_Edit(members[at].start, members[at + 1].start, ""))
                continue
            self._edits.append(_Edit(start, next_line(self._text, members[at].end), ""))

    def _delete_in_flow(self, members: Sequence[_Member], gone: Sequence[int]) -> None:
        commas = [self._comma(member.end) for member in members]
        taken: set[int] = set()
        for at in gone:
            start, end = members[at]
            comma = at if commas[at] >= 0 else next(j for j in range(at - 1, -2, -1) if j not in gone)
            if comma == at and comma not in taken:
                self._edits.append(_Edit(commas[at], self._after_spaces(commas[at] + 1), ""))
            elif comma >= 0 and comma not in taken:
                self._edits.append(_Edit(commas[comma], commas[comma] + 1, ""))
                start = max(members[at - 1].end, len(self._text[:start].rstrip(" \t")))
                start = max(start, commas[comma] + 1)
            taken.add(comma)
            self._edits.append(_Edit(start, end, ""))

    def _comma(self, at: int) -> int:
        """Return where the comma stands that follows a member, -1 where none does."""
        while match := _BLANK_OR_COMMENT.match(self._text, at):
            at = match.end()
        return at if self._text[at : at + 1] == "," else -1

    def _after_spaces(self, at: int) -> int:
        match = _SPACES.match(self._text, at)
        return match.end() if match else at


def line_start(text: str, at: int) -> int:
    """Return where the line begins that holds the offset ``at``."""
    while at and text[at - 1] not in "\r\n\x85\u2028\u2029":
        at -= 1
    return at


def previous_line(text: str, start: int) -> int:
    """Return where the line begins before the one that begins at ``start``."""
    return line_start(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))


def line_end(text: str, at: int) -> int:
    """Return where the line ends that holds the offset ``at``, before its line break."""
    found = LINE_BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Return where the line begins after the one that holds the offset ``at``."""
    found = LINE_BREAK.search(text, at)
    return found.end() if found else len(text)
