"""What is seen while no project is open: what the desk is, ways to begin, recent projects."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from translator_desk.ui.context import DeskContext
from translator_desk.ui.icons import icon, pixmap
from translator_desk.ui.projects import Projects
from translator_desk.ui.theme import dye
from translator_desk.ui.translated import Translated

WIDTH = 760
WAYS = ("project.open", "project.add", "project.paste", "project.sample")
"""Commands offered as large buttons, by id."""


class StartPage(Translated, QScrollArea):
    """The page without a project."""

    def __init__(self, context: DeskContext, projects: Projects, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._projects = projects
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._doing = ""
        self._sign = QLabel()
        self._title, self._line, self._drop = self._plain(), self._plain(), self._plain()
        self._recent_title = self._plain()
        self._buttons = {action_id: QPushButton() for action_id in WAYS}
        self._recent = QListWidget()
        self._recent.setFrameShape(QFrame.Shape.NoFrame)
        self._recent.itemActivated.connect(self._open_recent)
        self._arrange()
        context.themes.changed.connect(self._recolour)
        self.retranslate()

    def wire(self) -> None:
        """Connect the buttons to their commands, which exist only once the window is put together."""
        for action_id, button in self._buttons.items():
            button.clicked.connect(self._context.actions[action_id].trigger)
        # What pastes everywhere else pastes here too, where there is no field to paste into.
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._context.actions["project.paste"].trigger)
        self._recolour()
        self.retranslate()

    def refresh(self) -> None:
        """Show the recent projects."""
        self._recent.clear()
        height = 2 * self.fontMetrics().lineSpacing() + 10
        for path in self._context.desk.settings.recent:
            file = Path(path)
            item = QListWidgetItem(f"{file.stem}\n{file.parent}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip("")
            item.setSizeHint(QSize(0, height))
            self._recent.addItem(item)
        shown = self._recent.count()
        self._recent_title.setVisible(bool(shown))
        self._recent.setVisible(bool(shown))
        self._recent.setFixedHeight(min(shown, 5) * height)

    def show_doing(self, text: str) -> None:
        """Show what is being done, a project opened for instance; "" where nothing is."""
        self._doing = text
        self._drop.setText(text or self.tr("Or drop texts, pairs or a project onto this window."))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where the next step most likely is: the latest project, else the first way to begin."""
        super().showEvent(event)
        first = self._recent if self._recent.count() else next(iter(self._buttons.values()))
        if self._recent.count():
            self._recent.setCurrentRow(0)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._title.setText("Translator’s Desk" if self._context.language.code == "en" else "译审台")
        self._line.setText(
            self.tr(
                "Reviews Chinese–English translations of government and news texts: names, titles, figures and terms "
                "are compared with the Chinese and with your term base, and what a reviser would mark is flagged."
            )
        )
        self.show_doing(self._doing)
        self._recent_title.setText(self.tr("Recent projects"))
        self._recent.setAccessibleName(self.tr("Recent projects"))
        captions = {
            "project.open": (self.tr("Open a project"), self.tr("A .desk file you worked on before")),
            "project.add": (self.tr("Open texts"), self.tr("Articles, .zh/.en pairs, bilingual tables")),
            "project.paste": (self.tr("Paste text"), self.tr("English, Chinese or two columns, from the clipboard")),
            "project.sample": (self.tr("Try the sample"), self.tr("Three short articles with slips to find")),
        }
        for action_id, button in self._buttons.items():
            name, more = captions[action_id]
            button.setText(f"{name}\n{more}")
            button.setAccessibleName(f"{name}. {more}")
        self.refresh()

    def _plain(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _arrange(self) -> None:
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        self._title.setFont(font)
        self._title.setWordWrap(False)
        grid = QGridLayout()
        grid.setSpacing(10)
        for number, button in enumerate(self._buttons.values()):
            button.setIconSize(QSize(28, 28))
            button.setMinimumHeight(3 * self.fontMetrics().lineSpacing() + 14)
            button.setStyleSheet("text-align: left; padding: 6px 14px;")
            grid.addWidget(button, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        page = QWidget()
        column = QVBoxLayout()
        column.setSpacing(14)
        head = QGridLayout()
        head.setColumnStretch(1, 1)
        head.setHorizontalSpacing(16)
        head.addWidget(self._sign, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 0, 1)
        head.addWidget(self._line, 1, 1)
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(self._drop)
        column.addWidget(self._recent_title)
        column.addWidget(self._recent)
        holder = QWidget()
        holder.setLayout(column)
        middle = QGridLayout(page)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.setRowStretch(0, 1)
        middle.setRowStretch(2, 2)
        middle.setColumnStretch(0, 1)
        middle.setColumnStretch(1, 0)
        middle.setColumnStretch(2, 1)
        holder.setMinimumWidth(WIDTH)
        middle.addWidget(holder, 1, 1)
        self.setWidget(page)

    def _open_recent(self, item: QListWidgetItem) -> None:
        self._projects.open(Path(str(item.data(Qt.ItemDataRole.UserRole))))

    def _recolour(self) -> None:
        theme = self._context.themes.current
        self._sign.setPixmap(pixmap("translator-desk", "#000000", 64, self.devicePixelRatioF()))
        for name, button in zip(("open", "files", "paste", "sample"), self._buttons.values(), strict=True):
            button.setIcon(icon(name, theme.colour("accent")))
        for label in (self._line, self._drop):
            dye(label, letters=theme.colour("muted"))
