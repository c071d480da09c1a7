"""Commands of the File menu: projects, texts, the end of work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu

from translator_desk.ui.actions import ActionSpec, Menu, project_is_open
from translator_desk.ui.context import DeskContext
from translator_desk.ui.noop import QT_TRANSLATE_NOOP


def _recent(context: DeskContext, menu: QMenu) -> None:
    for path in context.desk.settings.recent:
        file = Path(path)
        action = menu.addAction(f"{file.stem}  –  {file.parent}".replace("&", "&&"))
        action.triggered.connect(lambda _=False, at=file: context.projects.open(at))


ACTIONS = (
    ActionSpec(
        id="project.open",
        text=QT_TRANSLATE_NOOP("Actions", "&Open project…"),
        run=lambda context: context.projects.ask_and_open(),
        menu=Menu.FILE,
        keys=("Ctrl+O",),
        section=10,
        icon="open",
    ),
    ActionSpec(
        id="project.recent",
        text=QT_TRANSLATE_NOOP("Actions", "&Recent projects"),
        run=lambda context: None,
        menu=Menu.FILE,
        section=11,
        enabled=lambda context: bool(context.desk.settings.recent),
        submenu=_recent,
    ),
    ActionSpec(
        id="project.add",
        text=QT_TRANSLATE_NOOP("Actions", "Open &texts…"),
        run=lambda context: context.projects.ask_and_add(),
        menu=Menu.FILE,
        keys=("Ctrl+Shift+O",),
        section=12,
        icon="files",
    ),
    ActionSpec(
        id="project.paste",
        text=QT_TRANSLATE_NOOP("Actions", "&Paste text as a document"),
        run=lambda context: context.projects.paste(),
        menu=Menu.FILE,
        keys=("Ctrl+Shift+V",),
        section=13,
        icon="paste",
    ),
    ActionSpec(
        id="project.sample",
        text=QT_TRANSLATE_NOOP("Actions", "Sample pro&ject"),
        run=lambda context: context.projects.sample(),
        menu=Menu.FILE,
        section=14,
        icon="sample",
    ),
    ActionSpec(
        id="project.close",
        text=QT_TRANSLATE_NOOP("Actions", "&Close project"),
        run=lambda context: context.projects.close(),
        menu=Menu.FILE,
        keys=("Ctrl+W",),
        enabled=project_is_open,
        section=90,
    ),
    ActionSpec(
        id="window.quit",
        text=QT_TRANSLATE_NOOP("Actions", "&Quit"),
        run=lambda context: context.window.close(),
        menu=Menu.FILE,
        keys=("Ctrl+Q",),
        section=91,
    ),
)
