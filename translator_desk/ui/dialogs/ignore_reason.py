"""Why a flag is ignored, and how far."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QRadioButton

from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.waiver import WaiverScope
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.noop import QT_TRANSLATE_NOOP

_REASONS = (
    QT_TRANSLATE_NOOP("Reasons", "quotation"),
    QT_TRANSLATE_NOOP("Reasons", "historical name"),
    QT_TRANSLATE_NOOP("Reasons", "error of the source"),
    QT_TRANSLATE_NOOP("Reasons", "house style"),
    QT_TRANSLATE_NOOP("Reasons", "right as it stands"),
)


class IgnoreReason(DeskDialog):
    """Asks for the reason; Enter ignores the flag."""

    def __init__(self, context: DeskContext, issue: Issue, scope: WaiverScope) -> None:
        super().__init__(context)
        self.entitle(self.tr("Ignore this flag"), self.tr("Ignore"))
        self._issue = issue
        self.column.addWidget(label(context.render(issue.message), self))
        self._reason = QComboBox(self)
        self._reason.setEditable(True)
        self._reason.addItems([QCoreApplication.translate("Reasons", one) for one in _REASONS])
        self._reason.setCurrentIndex(-1)
        line = self._reason.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Choose or type a reason"))
        form = self.form()
        self.row(form, self.tr("&Reason"), self._reason)
        self._here = QRadioButton(self.tr("&Here only"), self)
        words = _words(context, issue)
        everywhere = self.tr("&Everywhere in the project: “%1”").replace("%1", words.replace("&", "&&"))
        self._everywhere = QRadioButton(everywhere if words else self.tr("&Everywhere in the project"), self)
        (self._here if scope is WaiverScope.HERE else self._everywhere).setChecked(True)
        self.column.addWidget(self._here)
        self.column.addWidget(self._everywhere)
        why = self.tr("It comes back when its words change. The list of ignored flags takes it back.")
        self.column.addWidget(label(why, self, muted=True))
        self.setMinimumWidth(480)
        self._reason.setFocus()

    def accept(self) -> None:
        """Ignore the flag; a reason is asked for, so that others know later."""
        reason = self._reason.currentText().strip()
        if not reason:
            self.complain(self.tr("Give a reason; it is kept with your name."))
            self._reason.setFocus()
            return
        scope = WaiverScope.HERE if self._here.isChecked() else WaiverScope.EVERYWHERE
        super().accept()
        if self.context.execute(WaiveIssue(self._issue, scope, reason)) is not None:
            self.context.focus.set_issue(None)
            self.context.shell.whisper(self.tr("Ignored: %1. Ctrl+Z takes it back.").replace("%1", reason))


def _words(context: DeskContext, issue: Issue) -> str:
    """Return the words the flag points at."""
    segment = context.session.state.segments[issue.segment]
    text = segment.target if issue.part is FixPart.TARGET else segment.separator
    words = " ".join((issue.target.of(text) if issue.target is not None else "").split())
    return words if len(words) <= 60 else f"{words[:58]}…"
