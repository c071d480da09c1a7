"""The backups of a project by date; one is put back, and what stood there is kept beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QListWidget, QListWidgetItem
from shiboken6 import isValid

from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label

if TYPE_CHECKING:
    from translator_desk.store.backup import Backup


class BackupsDialog(DeskDialog):
    """Projects known to the person, one of them chosen, and the backups of the chosen one, newest first."""

    def __init__(self, context: DeskContext, chosen: Path | None = None) -> None:
        super().__init__(context)
        self.entitle(self.tr("Restore a backup"), self.tr("Restore"))
        self._projects = QComboBox(self)
        known = [str(chosen)] if chosen is not None else []
        known += [str(context.project.path)] if context.is_open else []
        for path in dict.fromkeys([*known, *context.desk.settings.recent]):
            self._projects.addItem(f"{Path(path).stem}  –  {Path(path).parent}", path)
        self._projects.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._projects.setMinimumContentsLength(40)
        self._list = QListWidget(self)
        self._list.itemActivated.connect(self.accept)
        self._list.currentItemChanged.connect(self._offer)
        form = self.form()
        self.row(form, self.tr("&Project"), self._projects)
        self.row(form, self.tr("&Backup of"), self._list)
        said = self.tr("What stands in the project now is not lost: it is kept beside it under another name.")
        self.column.addWidget(label(said, self, muted=True))
        self._projects.currentIndexChanged.connect(self._look)
        self.resize(560, 340)
        self._look()
        self._list.setFocus()

    def accept(self) -> None:
        """Put the chosen backup back and open it."""
        item = self._list.currentItem()
        if item is None or item.data(Qt.ItemDataRole.UserRole) is None:
            return
        path, backup = self._path(), Path(str(item.data(Qt.ItemDataRole.UserRole)))
        projects = self.context.projects
        self.done(QDialog.DialogCode.Accepted)
        projects.restore(path, backup)

    def _path(self) -> Path:
        return Path(str(self._projects.currentData()))

    def _look(self) -> None:
        self._list.clear()
        self._offer()
        path = self._path()
        self.context.desk.backups(path, partial(self._take, path), self._refused)

    def _take(self, path: Path, found: tuple[Backup, ...]) -> None:
        # The dialog may be closed before the folder was looked at.
        if not isValid(self) or path != self._path():
            return
        for one in found:
            size = self.locale().formattedDataSize(one.size)
            item = QListWidgetItem(f"{one.time.astimezone():%Y-%m-%d %H:%M}    {size}")
            item.setData(Qt.ItemDataRole.UserRole, str(one.path))
            self._list.addItem(item)
        if not found:
            item = QListWidgetItem(self.tr("There is no backup of this project yet."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        else:
            self._list.setCurrentRow(0)

    def _refused(self, error: BaseException) -> None:
        if isValid(self):
            self.refuse(error)

    def _offer(self) -> None:
        item = self._list.currentItem()
        chosen = item is not None and item.data(Qt.ItemDataRole.UserRole) is not None
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(chosen)
