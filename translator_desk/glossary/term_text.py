"""Where the items of a term file stand in its text, with the comments and blank lines that belong to them."""

from __future__ import annotations

import re
from typing import NamedTuple

from translator_desk.errors import InputError
from translator_desk.glossary.splice_nodes import LINE_BREAK, line_end, line_start, next_line, previous_line
from translator_desk.glossary.strict_text import decoded
from translator_desk.glossary.term_base import TermFile
from translator_desk.glossary.yaml_nodes import Group, Node, Place, Scalar, column_of, end_of, read_nodes, start_of
from translator_desk.model.ids import EntryId

_BOM = "\ufeff".encode()
_DASH = re.compile(r"[ ]*-[ \t]+(?=[^\s#])")
_BARE_DASH = re.compile(r"[ ]*-[ \t]*(?:#.*)?$")
_BLANK = re.compile(r"[ \t]*$")
_COMMENT = re.compile(r"([ \t]*)#")
_LINES = r"(?:[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])){%d}"


class Item(NamedTuple):
    """An item of ``entries`` in a part of the text that can be read by itself.

    Attributes:
        start: Where the part begins in the text.
        end: Where it ends.
        line: Number of lines before it.
        node: The item; its marks count in the part.
        dash: Column of its dash, -1 where the list stands in brackets.
        whole: Whether the part is the whole text.
    """

    start: int
    end: int
    line: int
    node: Group
    dash: int
    whole: bool = False


class TermText:
    """The text of a term file and what it says.

    Attributes:
        text: The text, without a byte order mark.
        file: What it says.
        newline: Its line break.
    """

    def __init__(self, data: bytes, file: TermFile) -> None:
        self._bom = _BOM if data.startswith(_BOM) else b""
        self.text = decoded(data, file.path)
        self.file = file
        self._lines: dict[int, int] = {}
        found = LINE_BREAK.search(self.text)
        self.newline = found[0] if found and found[0] in ("\r\n", "\n", "\r") else "\n"

    def item(self, entry_id: EntryId) -> Item:
        """Return the item of an id; found by its line, or, in a strange layout, by reading the whole file."""
        lines = sorted(
            [one.origin.line for one in self.file.entries] + [origin.line for _, origin in self.file.disabled]
        )
        line = next(
            (one.origin.line for one in self.file.entries if one.id == entry_id),
            next((origin.line for one, origin in self.file.disabled if one == entry_id), 0),
        )
        if not line:
            raise KeyError(entry_id)
        after = next((one for one in lines if one > line), None)
        try:
            found = self._by_line(line, after) if lines.count(line) == 1 else None
        except InputError:
            found = None
        if found is not None and id_of(found.node) == entry_id:
            return found
        listed = entries_node(read_nodes(self.text, Place(self.file.path)))
        node = next(one for one in listed.children if isinstance(one, Group) and id_of(one) == entry_id)
        return Item(0, len(self.text), 0, node, -1 if listed.flow else column_of(listed), whole=True)

    def _by_line(self, line: int, after: int | None) -> Item | None:
        dashed = self._dash_line(line)
        if dashed is None:
            return None
        start, lines_before = dashed
        dash = self.text.index("-", start) - start
        end = self._dash_line(after) if after else (self._end_of_list(next_line(self.text, start), dash), 0)
        if end is None:
            return None
        root = read_nodes(self.text[start : end[0]], Place(self.file.path, lines_before))
        if not isinstance(root, Group) or root.is_map or root.flow or len(root.children) != 1:
            return None
        node = root.children[0]
        return Item(start, end[0], lines_before, node, dash) if isinstance(node, Group) else None

    def _dash_line(self, line: int) -> tuple[int, int] | None:
        """Return where the line with the dash of the item begins whose mapping begins in ``line``.

        Returns:
            Its offset and the number of lines before it; None where no such line is found.
        """
        start = self._line(line)
        if _DASH.match(self.text, start):
            return start, line - 1
        while start:
            start, line = previous_line(self.text, start), line - 1
            said = self.text[start : line_end(self.text, start)]
            if _BARE_DASH.match(said):
                return start, line - 1
            if not _BLANK.match(said) and not _COMMENT.match(said):
                return None
        return None

    def _line(self, line: int) -> int:
        """Return where a line begins; found from the nearest line above it that is known."""
        known = max((one for one in self._lines if one <= line), default=1)
        begin = self._lines.get(known, 0)
        found = re.compile(_LINES % (line - known)).match(self.text, begin)
        self._lines[line] = start = found.end() if found else begin
        return start

    def lines_before(self, at: int, item: Item) -> int:
        """Return how many lines stand before an offset near an item."""
        if at < item.start:
            return item.line - count_lines(self.text[at : item.start])
        return item.line + count_lines(self.text[item.start : at])

    def _end_of_list(self, at: int, dash: int) -> int:
        """Return where the lines end that belong to the last item."""
        while at < len(self.text):
            end = line_end(self.text, at)
            said = self.text[at:end]
            bare = said.lstrip(" ")
            if bare.strip() and not bare.startswith("#") and len(said) - len(bare) <= dash:
                return at
            at = next_line(self.text, at)
        return at

    def above(self, item: Item) -> int:
        """Return where an item begins, with the comment right above it."""
        start = item.start
        if item.whole:
            dashed = self._dash_line(Place("").line(item.node.start_mark))
            start = dashed[0] if dashed else line_start(self.text, start_of(item.node))
        previous = self._end_before(item)
        while start > previous:
            line = previous_line(self.text, start)
            comment = _COMMENT.match(self.text, line)
            if line < previous or comment is None or len(comment[1]) > item.dash:
                break
            start = line
        return start

    def _end_before(self, item: Item) -> int:
        """Return where the content before an item ends: nothing above it is a comment, whatever it looks like."""
        lines = [one.origin.line for one in self.file.entries] + [origin.line for _, origin in self.file.disabled]
        own = int(item.node.start_mark.line) + 1 + item.line
        line = max((one for one in lines if one < own), default=0)
        before = self._by_line(line, own) if line else None
        return before.start + end_of(before.node, self.text[before.start : before.end]) if before else 0

    def below(self, item: Item) -> int:
        """Return where the lines of an item end, with the comments that stand under it and farther in than its dash."""
        at = next_line(self.text, item.start + end_of(item.node, self.text[item.start : item.end]))
        while (comment := _COMMENT.match(self.text, at)) and len(comment[1]) > item.dash:
            at = next_line(self.text, at)
        return at

    def blank_lines(self, at: int, *, upwards: bool) -> int:
        """Return the far end of the blank lines that begin or end at ``at``."""
        if not upwards:
            while at < len(self.text) and _BLANK.match(self.text[at : line_end(self.text, at)]):
                at = next_line(self.text, at)
            return at
        while at:
            line = previous_line(self.text, at)
            if not _BLANK.match(self.text[line : line_end(self.text, line)]):
                break
            at = line
        return at

    def apart(self, at: int, *, upwards: bool) -> bool:
        """Whether items stand apart by a blank line: below ``at``, or, at the end of the file, above the last item."""
        if not upwards:
            return self.blank_lines(at, upwards=False) != at
        lines = sorted(one.origin.line for one in self.file.entries)
        found = self._dash_line(lines[-1]) if len(lines) > 1 else None
        return found is not None and self.blank_lines(found[0], upwards=True) != found[0]

    def follows_head(self, at: int) -> bool:
        """Return whether ``entries:`` is what stands last above ``at``."""
        return self.text[:at].rstrip().endswith("entries:")

    def encoded(self, text: str) -> bytes:
        """Return the bytes of the file for another text, with its byte order mark."""
        return self._bom + text.encode()


def id_of(node: Group) -> str:
    """Return the id an item gives itself, "" where it gives none."""
    return next(
        (
            value.value.strip()
            for key, value in node.pairs()
            if isinstance(key, Scalar) and key.value == "id" and isinstance(value, Scalar)
        ),
        "",
    )


def entries_node(root: Node | None) -> Group:
    """Return the list ``entries`` of a file that has one."""
    assert isinstance(root, Group)
    listed = next(value for key, value in root.pairs() if getattr(key, "value", "") == "entries")
    assert isinstance(listed, Group)
    return listed


def count_lines(text: str) -> int:
    """Return how many lines begin behind the beginning of a text."""
    if text.isascii() or not any(one in text for one in "\x85\u2028\u2029"):
        return text.count("\n") + text.count("\r") - text.count("\r\n")
    return len(LINE_BREAK.findall(text))
