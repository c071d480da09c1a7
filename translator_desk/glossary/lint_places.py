"""The line and column of a problem of an entry."""

from __future__ import annotations

from translator_desk.errors import InputError
from translator_desk.glossary.lint_base import Problem
from translator_desk.glossary.term_base import TermFile
from translator_desk.glossary.term_text import TermText
from translator_desk.glossary.yaml_nodes import Node, Place, Scalar, column_of
from translator_desk.model.ids import EntryId


class ProblemPlaces:
    """Places in one term file.

    Args:
        data: Its bytes.
        file: What they say.
    """

    def __init__(self, data: bytes, file: TermFile) -> None:
        self._text = TermText(data, file)
        self._known = {entry.id for entry in file.entries}

    def of(self, problem: Problem) -> tuple[int, int]:
        """Return line and column, from 1, of the value concerned; of the entry where it is not found."""
        if problem.entry not in self._known:
            return problem.origin.line, 1
        try:
            item = self._text.item(EntryId(problem.entry))
        except InputError:
            return problem.origin.line, 1
        node: Node = item.node
        for key, value in item.node.pairs():
            if isinstance(key, Scalar) and key.value == problem.field:
                node = _holding(value, problem.value) or value
        return Place("", item.line).line(node.start_mark), column_of(node) + 1


def _holding(node: Node, value: str) -> Node | None:
    """Return the scalar that says a value, inside of a node."""
    if isinstance(node, Scalar):
        return node if value and node.value.strip() == value else None
    return next((found for child in node.children if (found := _holding(child, value)) is not None), None)
