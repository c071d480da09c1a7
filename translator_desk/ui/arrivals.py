"""Who has texts read is led to the first of them, and told where Chinese came without its English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId
from translator_desk.ui.commands.intake import take_beside
from translator_desk.ui.context import DeskContext
from translator_desk.wording import say


class Arrivals(QObject):
    """Greets documents that come into the open project."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._context = context
        context.projects.filled.connect(self._greet)

    def _greet(self, arrived: Sequence[DocumentId], at_hand: DocumentId | None) -> None:
        state = self._context.session.state
        first = next((keys[0] for one in arrived if (keys := state.order[one])), None)
        if first is not None:
            self._context.focus.go_to(first)
        begun = [state.documents[one] for one in arrived if self._is_begun(state.documents[one])]
        if len(begun) == 1:
            self._tell(begun[0], self._english_for(arrived, at_hand))
        elif begun:
            self._context.shell.tell(
                say(
                    "{count} texts are Chinese: each stands as source, its English side is empty.",
                    "其中 {count} 篇是中文：已作为原文放入，译文为空。",
                    count=len(begun),
                )
            )

    def _tell(self, chinese: Document, english: Document | None) -> None:
        if english is None:
            self._context.shell.tell(
                say(
                    "“{title}” is Chinese: it stands as source, and its English side is empty. Type the translation, or"
                    " take it back and open both texts together.",
                    "“{title}”是中文：已作为原文放入，译文为空。可直接输入译文；也可撤销，再将中英文一并打开。",
                    title=chinese.title,
                ),
                (say("Undo", "撤销"), self._context.actions["edit.undo"].trigger),
            )
            return
        self._context.shell.tell(
            say(
                "“{title}” is Chinese: it begins a translation, its English side is empty. It may also be the Chinese of"
                " “{english}”.",
                "“{title}”是中文：已新建一篇译文待译的文档。它也可能是“{english}”的原文。",
                title=chinese.title,
                english=english.title,
            ),
            (say("Set it beside that", "作为其原文对齐"), partial(take_beside, self._context, english.id, chinese.id)),
        )

    def _is_begun(self, document: Document) -> bool:
        """Return whether a document is Chinese alone."""
        if document.target_path or not document.has_source:
            return False
        return not any(one.target.strip() for one in self._context.session.state.document_segments(document.id))

    def _english_for(self, arrived: Sequence[DocumentId], at_hand: DocumentId | None) -> Document | None:
        """Return the English that a Chinese text may belong to: it came alone too, or was in sight."""
        documents = self._context.session.state.documents
        alone = [one for one in arrived if not documents[one].has_source]
        one = alone[0] if len(alone) == 1 else at_hand
        return documents[one] if one is not None and one in documents and not documents[one].has_source else None
