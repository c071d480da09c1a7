"""The status bar: where one stands, flags, progress of the check, whether the work is safe, who sits here."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from translator_desk.app.changes import Changes, Saving
from translator_desk.model.severity import Level
from translator_desk.ui.context import DeskContext
from translator_desk.ui.icons import pixmap
from translator_desk.ui.later import later
from translator_desk.ui.role_names import role_name
from translator_desk.ui.theme import dye
from translator_desk.wording import Message

WHISPER_MS = 6000


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class StatusBar(QStatusBar):
    """Everything a glance should tell."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._saving: Saving | None = None
        self._problem: Message | None = None
        self._saved_at: QDateTime | None = None
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._place = _label(self)
        self._counts = {level: _label(self) for level in (Level.ERROR, Level.WARNING, Level.INFO)}
        self._signs = {level: _label(self) for level in self._counts}
        flags = QWidget(self)
        row = QHBoxLayout(flags)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(3)
        for level, label in self._counts.items():
            row.addWidget(self._signs[level])
            row.addWidget(label)
            row.addSpacing(5)
        self._flags = flags
        self._progress = QProgressBar(self)
        self._progress.setMaximumWidth(150)
        self._progress.setMaximumHeight(self.fontMetrics().height())
        self._progress.setTextVisible(False)
        self._checked = _label(self)
        self._safe = _label(self)
        self._who = _label(self)
        self._said = _label(self)
        self._doing = ""
        self._quiet = later(self, WHISPER_MS, self._said.clear)
        for widget in (self._place, flags):
            self.addWidget(widget)
        self.addWidget(self._said, 1)
        for widget in (self._checked, self._progress, self._safe, self._who):
            self.addPermanentWidget(widget)
        self._counting = later(self, 100, self._show_counts)
        context.project_changed.connect(self._project_changed)
        context.bridge.changed.connect(self._apply)
        context.focus.segment_changed.connect(self._show_place)
        context.themes.changed.connect(self._recolour)
        self._recolour()
        self.refresh()

    def whisper(self, text: str) -> None:
        """Show a sentence for a few seconds."""
        self._said.setText(text)
        self._quiet.start()

    def show_doing(self, text: str) -> None:
        """Show what is being done until something else is to be said; "" where it is done."""
        if text or self._said.text() == self._doing:
            self._quiet.stop()
            self._said.setText(text)
        self._doing = text

    @property
    def whispered(self) -> str:
        """What is being said, or ""."""
        return self._said.text()

    @property
    def saving(self) -> str:
        """What is shown of how safe the work is."""
        return self._safe.text()

    @property
    def person(self) -> str:
        """What is shown of who sits at the desk."""
        return self._who.text()

    def refresh(self) -> None:
        """Show everything anew."""
        self._show_place()
        self._show_counts()
        self._show_progress()
        self._show_saving()
        self._show_person()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._said.clear()  # what was said in the other language
            self.refresh()
        super().changeEvent(event)

    def _project_changed(self) -> None:
        self._saving = self._context.project.autosave.saving if self._context.is_open else None
        self._problem = None
        self._saved_at = None
        if not self._context.is_open:
            self._said.clear()  # what was said of a project that is gone
        self.refresh()

    def _apply(self, changes: Changes) -> None:
        if changes.segments:
            self._said.clear()  # what was said before this step
        # Counting all flags at every report of the check would cost more than it tells.
        if (changes.issues or changes.waivers or changes.structure) and not self._counting.isActive():
            self._counting.start()
        if changes.structure:
            self._show_place()
        if changes.progress is not None or changes.structure:
            self._show_progress()
        if changes.saving is not None:
            self._saving, self._problem = changes.saving, changes.saving_problem
            if changes.saving is Saving.SAVED:
                self._saved_at = QDateTime.currentDateTime()
            self._show_saving()

    def _show_place(self, _: object = None) -> None:
        segment_id = self._context.focus.segment
        state = self._context.session.state if self._context.is_open else None
        segment = state.segments.get(segment_id) if state is not None and segment_id is not None else None
        if state is None or segment is None:
            self._place.clear()
            return
        self._place.setText(
            self.tr("Segment %1 of %2")
            .replace("%1", self._context.language.number(state.position(segment.id) + 1))
            .replace("%2", self._context.language.number(len(state.order[segment.document])))
        )

    def _show_counts(self) -> None:
        self._flags.setVisible(self._context.is_open)
        if not self._context.is_open:
            return
        counts = self._context.project.checking.counts()
        names = {Level.ERROR: self.tr("errors"), Level.WARNING: self.tr("warnings"), Level.INFO: self.tr("hints")}
        for level, label in self._counts.items():
            number = self._context.language.number(counts[level])
            label.setText(number)
            label.setToolTip(f"{number} {names[level]}")
            label.setAccessibleName(f"{number} {names[level]}")

    def _show_progress(self) -> None:
        progress = self._context.project.checking.progress if self._context.is_open else None
        running = progress is not None and not progress.finished
        self._progress.setVisible(running)
        self._checked.setVisible(progress is not None)
        if progress is None:
            return
        # Without an end the bar moves to and fro: how long a search takes is not known.
        self._progress.setMaximum(0 if progress.comparing else max(progress.total, 1))
        self._progress.setValue(progress.checked)
        done, total = self._context.language.number(progress.checked), self._context.language.number(progress.total)
        if progress.comparing:
            self._checked.setText(self.tr("Looking up changed terms…"))
        elif running:
            self._checked.setText(self.tr("Checking %1 of %2").replace("%1", done).replace("%2", total))
        else:
            self._checked.setText(self.tr("Checked"))

    def _show_saving(self) -> None:
        if self._saving is Saving.SAVED:
            at = self._context.language.locale.toString(self._saved_at.time(), "HH:mm") if self._saved_at else ""
            words = self.tr("Saved %1").replace("%1", at) if at else self.tr("Saved")
        elif self._saving is Saving.PENDING:
            words = self.tr("Saving…")
        elif self._saving is Saving.FAILED:
            cause = self._context.render(self._problem) if self._problem is not None else ""
            words = self.tr("Not saved: %1").replace("%1", cause)
        elif self._saving is Saving.READ_ONLY:
            words = self.tr("Read-only")
        else:
            words = ""
        self._safe.setText(words if len(words) < 80 else f"{words[:78]}…")
        self._safe.setToolTip("")
        failed = self._saving in (Saving.FAILED, Saving.READ_ONLY)
        dye(self._safe, letters=self._context.themes.current.colour("error" if failed else "muted"))

    def _show_person(self) -> None:
        settings = self._context.desk.settings
        self._who.setText(f"{settings.person} · {role_name(settings.role)}" if settings.person else "")

    def _recolour(self) -> None:
        theme = self._context.themes.current
        edge = max(12, self.fontMetrics().height() - 3)
        for level, sign in self._signs.items():
            sign.setPixmap(
                pixmap(f"level-{level.value}", theme.colour(level.value).name(), edge, self.devicePixelRatioF())
            )
        self._show_saving()
