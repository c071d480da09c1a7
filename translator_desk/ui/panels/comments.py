"""Remarks in threads on the current segment, or all open ones of the project: written, answered, resolved."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from translator_desk.app.changes import Changes
from translator_desk.app.commands.base import Command
from translator_desk.app.commands.comments import AddComment, AnswerComment, AskBack, CloseThread, open_threads
from translator_desk.model.comment import Comment
from translator_desk.model.ids import SegmentId
from translator_desk.model.state import Role
from translator_desk.model.workflow import Move, may
from translator_desk.review.anchors import locate
from translator_desk.text.span import Span
from translator_desk.ui.grid.margin import anchor_words, is_loose
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Badge, Card, CardView, Line, Run, plain, to_grid
from translator_desk.ui.panels.panel import Panel, column_layout

_HERE, _OPEN = "here", "open"
_LINES = 3


class CommentsPanel(Panel):
    """One card a thread, answers inside; below, the words to say."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._span: Span | None = None
        self._begun: dict[SegmentId, str] = {}
        """What is written and not kept yet, by the segment it is about."""
        self._written_at = context.focus.segment
        self._scope = QComboBox(self)
        self._scope.addItem("", _HERE)
        self._scope.addItem("", _OPEN)
        self._scope.activated.connect(self._show)
        self._list = CardView(context.themes, self)
        self._list.chosen.connect(self._choose)
        self._list.current_changed.connect(lambda _: self._offer())
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        self._about = QLabel(self)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._words = QPlainTextEdit(self)
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)
        self._words.installEventFilter(self)
        self._words.textChanged.connect(self._offer)
        self._say, self._answer, self._ask, self._close = (QPushButton(self) for _ in range(4))
        self._say.clicked.connect(self._add)
        self._answer.clicked.connect(self._reply)
        self._ask.clicked.connect(self._ask_back)
        self._close.clicked.connect(self._resolve)
        self._later = later(self, 0, self._show)
        self._lay_out()
        self.lead_to(self._words)
        context.bridge.changed.connect(self._apply)
        context.focus.segment_changed.connect(self._moved)
        context.projects.person_known.connect(self._later.start)  # another role may ask back, or not
        self.retranslate()

    def begin(self, span: Span | None) -> None:
        """Put the keyboard into the words to say, about these words of the current segment."""
        self._span = span
        self._scope.setCurrentIndex(0)
        self._show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_thread(self) -> bool:
        """Resolve the current thread of the list, or open it again; False where it is not one of this segment."""
        thread = self._thread() if self.isVisible() else None
        if thread is None or thread.segment != self._context.focus.segment:
            return False
        self._resolve()
        return True

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._scope.setItemText(0, self.tr("On this segment"))
        self._scope.setItemText(1, self.tr("All open threads"))
        self._scope.setAccessibleName(self.tr("Which comments"))
        self._list.setAccessibleName(self.tr("Comments"))
        self._words.setPlaceholderText(self.tr("Comment (Enter keeps it, Shift+Enter begins a line)"))
        self._words.setAccessibleName(self.tr("Words to say"))
        self._say.setText(self.tr("Comment"))
        self._answer.setText(self.tr("Answer"))
        self._ask.setText(self.tr("Ask back"))
        self._show()

    def catch_up(self) -> None:
        """Catch up with what happened while nobody saw it."""
        self._show()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter keeps what was written, Esc leads back to the grid and leaves it standing."""
        if watched is self._words and isinstance(event, QKeyEvent):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift
            if event.type() == QEvent.Type.ShortcutOverride and enter:
                event.accept()  # Ctrl+Enter keeps the comment too; it would confirm the segment
                return True
            if event.type() != QEvent.Type.KeyPress:
                return False
            if enter:
                if self._words.toPlainText().strip():
                    self._add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                to_grid(self._context)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        deeds = QGridLayout()
        deeds.setSpacing(6)
        for number, button in enumerate((self._say, self._answer, self._close, self._ask)):
            deeds.addWidget(button, *divmod(number, 2))
        below = QVBoxLayout()
        below.setContentsMargins(8, 6, 8, 8)
        below.setSpacing(6)
        below.addWidget(self._about)
        below.addWidget(self._words)
        below.addLayout(deeds)
        column = column_layout(self)
        above = QHBoxLayout()
        above.setContentsMargins(8, 5, 8, 5)
        above.addWidget(self._scope)
        column.addLayout(above)
        column.addWidget(self._list, 1)
        column.addLayout(below)

    def _apply(self, changes: Changes) -> None:
        if self._context.is_open and (changes.comments or changes.structure):
            self._show()
        elif changes.segments:
            self._later.start()  # words that a comment is about may be others now

    def _moved(self, _: object) -> None:
        self._span = None
        self._change_words()
        if self._context.is_open:
            self._show()

    def _change_words(self) -> None:
        """Put away what is begun about the segment left; show what is begun about this one."""
        if self._written_at is not None:
            self._begun[self._written_at] = self._words.toPlainText()
        self._written_at = self._context.focus.segment
        begun = self._begun.pop(self._written_at, "") if self._written_at is not None else ""
        if begun != self._words.toPlainText():
            self._words.setPlainText(begun)
            self._words.moveCursor(QTextCursor.MoveOperation.End)

    def _show(self) -> None:
        if not self._context.is_open or not self.isVisible():
            return
        state = self._context.session.state
        everywhere = self._scope.currentData() == _OPEN
        here = self._context.focus.segment
        keys: Iterable[SegmentId] = state.reading_order() if everywhere else (here,) if here in state.segments else ()
        cards = []
        for key in keys:
            remarks = state.remarks(key)
            for first in open_threads(state, key) if everywhere else [one for one in remarks if not one.answers]:
                cards.append(self._card(first, [one for one in remarks if one.answers == first.id], everywhere))
        self._list.show_cards(cards)
        self._offer()

    def _card(self, first: Comment, answers: list[Comment], everywhere: bool) -> Card:
        state = self._context.session.state
        lines = []
        if everywhere and (segment := state.segments.get(first.segment)) is not None:
            title = state.documents[segment.document].title
            lines.append(plain(f"{title} · {state.position(segment.id) + 1}"))
        if first.quote:
            lines.append(Line((Run(f"“{first.quote}”", "accent"),), small=True))
        on = state.segments.get(first.segment)
        if on is not None and (hold := anchor_words(first, on)):
            loose = is_loose(locate(first, on.target))
            sign = (Badge("comment-loose", "warning"),) if loose and not first.resolved else ()
            lines.append(Line((Run(hold, "warning" if loose else "muted"),), sign, small=True))
        for one in (first, *answers):
            when = f"{one.time.astimezone():%Y-%m-%d %H:%M}"
            mark = "" if one is first else "↳ "
            lines.append(Line((Run(f"{mark}{one.author}", bold=True), Run(f"  {when}", "muted")), small=True))
            lines.append(Line((Run(one.text, "muted" if first.resolved else "text"),)))
        if first.resolved:
            by = self.tr("Resolved by %1").replace("%1", first.resolved_by or "?")
            lines.append(Line((Run(by, "state_reviewed"),), (Badge("comment-resolved", "state_reviewed"),), small=True))
        return Card(first.id, tuple(lines))

    def _offer(self) -> None:
        """Offer what can be done now."""
        open_here = self._context.is_open and self._context.writable
        words = bool(self._words.toPlainText().strip())
        thread = self._thread()
        on_segment = open_here and self._context.focus.segment is not None
        self._say.setEnabled(on_segment and words)
        self._answer.setEnabled(open_here and words and thread is not None)
        self._close.setEnabled(open_here and thread is not None)
        resolved = thread is not None and thread.resolved
        self._close.setText(self.tr("Reopen") if resolved else self.tr("Resolve"))
        asks = open_here and may(Role(self._context.session.person.role), Move.ASK_BACK)
        self._ask.setVisible(asks)
        self._ask.setEnabled(on_segment and words)
        quote = self._quote()
        self._about.setVisible(bool(quote))
        self._about.setText(self.tr("About “%1”").replace("%1", quote))

    def _quote(self) -> str:
        segment = self._context.focus.segment if self._context.is_open else None
        found = self._context.session.state.segments.get(segment) if segment is not None else None
        return self._span.of(found.target) if found is not None and self._span is not None else ""

    def _thread(self) -> Comment | None:
        key = self._list.current
        return self._context.session.state.comments.get(str(key)) if self._context.is_open and key else None

    def _add(self) -> None:
        if (segment := self._context.focus.segment) is not None:
            self._do(AddComment(segment, self._words.toPlainText(), self._span))

    def _ask_back(self) -> None:
        if (segment := self._context.focus.segment) is not None:
            self._do(AskBack(segment, self._words.toPlainText(), self._span))

    def _reply(self) -> None:
        if (thread := self._thread()) is not None:
            self._do(AnswerComment(thread.id, self._words.toPlainText()))

    def _resolve(self) -> None:
        if (thread := self._thread()) is not None:
            self._context.execute(CloseThread(thread.id, not thread.resolved))

    def _do(self, command: Command) -> None:
        """Carry out a command; the words go only once they are kept."""
        if self._context.execute(command) is not None:
            self._words.clear()
            self._span = None
            self._offer()
            to_grid(self._context)

    def _choose(self, key: object) -> None:
        """Go to the segment of a thread, and be ready to answer."""
        state = self._context.session.state
        comment = state.comments.get(str(key))
        segment = state.segments.get(comment.segment) if comment is not None else None
        if comment is not None and segment is not None:
            self._context.focus.go_to(segment.id, locate(comment, segment.target).span)
            self._words.setFocus()

    def _menu(self, spot: QPoint) -> None:
        thread = self._thread()
        if thread is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go there")).triggered.connect(lambda: self._choose(thread.id))
        close = menu.addAction(self._close.text())
        close.setEnabled(self._context.writable)
        close.triggered.connect(self._resolve)
        menu.popup(self._list.viewport().mapToGlobal(spot))


def comments_panel(window: QWidget) -> CommentsPanel | None:
    """Return the panel of a window, or None while it was never seen."""
    return window.findChild(CommentsPanel)


PANEL = PanelSpec(
    id="comments",
    title=QT_TRANSLATE_NOOP("Panels", "Comments"),
    area=Area.RIGHT,
    build=CommentsPanel,
    order=21,
)
