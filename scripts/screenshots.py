"""Draws pictures of the running window: the sample project translated and reviewed, and texts named on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QListView, QWidget

if TYPE_CHECKING:
    from translator_desk.ui.application import Application

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SHOTS = (
    ("translate-light", "light", "en", "translate"),
    ("translate-dark", "dark", "en", "translate"),
    ("translate-chinese", "light", "zh", "translate"),
    *(
        (f"review-{scene}{suffix}", "light", language, scene)
        for language, suffix in (("en", ""), ("zh", "-chinese"))
        for scene in ("markup", "sides", "bulk", "history")
    ),
)
SIZE = (1360, 860)
EDITS = (
    ("Li Wei", "June 6", "6 June"),
    ("Li Wei", "eight special", "nine special"),
    ("Li Wei", "Deng Qunze", "Deng Qunce"),
    ("Li Wei", "in turn on their work", "on their work"),
    ("Chen Yu", "attended the meeting", "took part in the meeting"),
)
"""Who changes what in the sample before it is reviewed."""


def draw(picture: str, theme: str, language: str, scene: str, *texts: str) -> None:
    from PySide6.QtWidgets import QApplication

    from translator_desk.app.paths import Paths
    from translator_desk.ui.application import Application
    from translator_desk.ui.screenshot import wait_until

    qt = QApplication([])
    application = Application(qt, Paths.of_user())
    try:
        shoot(application, picture, theme, language, scene, texts)
        application.window.close()
        wait_until(lambda: not application.window.isVisible())
    finally:
        application.close()


def shoot(
    application: Application, picture: str, theme: str, language: str, scene: str, texts: tuple[str, ...]
) -> None:
    from translator_desk.ui.screenshot import wait_for_flags, wait_until

    window = application.window
    application.desk.change_settings(theme=theme, language=language)
    sit_down(application, "Li Wei", "translator")
    window.context.themes.apply(theme)
    window.context.language.apply(language)
    window.resize(*SIZE)
    window.show()
    if texts:
        window.projects.take([Path(one) for one in texts])
    else:
        window.projects.sample()
    wait_for_flags(application)
    if scene == "translate":
        for _ in range(3):
            window.context.actions["go.next-flag"].trigger()
    else:
        review(application, scene)
    wait_until(lambda: window.context.project.autosave.saving.value == "saved")
    # Panels follow the current segment after a moment.
    until = time.monotonic() + 0.8
    wait_until(lambda: time.monotonic() > until)
    shown = window.grab()
    if scene == "bulk":
        over(shown, window)
    shown.save(picture)
    print(picture)


def sit_down(application: Application, name: str, role: str) -> None:
    application.desk.change_settings(person=name, role=role)
    application.window.projects.person_changed()


def review(application: Application, scene: str) -> None:
    """Have two translators change the sample, and a reviewer come to a scene of the review."""
    from translator_desk.app.commands.edit import EditTarget
    from translator_desk.app.commands.workflow import MoveDocument
    from translator_desk.model.workflow import Move
    from translator_desk.text.span import Span
    from translator_desk.ui.panels.history import HistoryPanel
    from translator_desk.ui.screenshot import wait_until

    context = application.window.context
    state = context.session.state
    for document in tuple(state.document_order):
        context.execute(MoveDocument(document, Move.HAND_OVER))
    for person, old, new in EDITS:
        sit_down(application, person, "translator")
        segment = next(one for one in state.segments.values() if old in one.target)
        at = segment.target.index(old)
        context.execute(EditTarget(segment.id, Span(at, at + len(old)), new))
        context.session.leave_row(segment.id)
    sit_down(application, "Wang Fang", "reviewer")
    context.show_perspective("review")
    wait_until(lambda: all(change.told for change in context.review.changes()))
    context.actions["review.next"].trigger()
    context.actions["review.next"].trigger()
    if scene == "sides":
        context.actions["review.side-by-side"].trigger()
    elif scene == "bulk":
        context.actions["review.accept-all"].trigger()
    elif scene == "history":
        context.actions["panel.history"].trigger()
        panel = application.window.findChild(HistoryPanel)
        wait_until(lambda: panel.findChild(QListView).model().rowCount() > 1)


def over(picture: QPixmap, window: QWidget) -> None:
    """Paint the dialog in sight into the picture of its window, where it would stand."""
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    frame = dialog.rect().translated(picture.rect().center() - dialog.rect().center())
    painter = QPainter(picture)
    painter.drawPixmap(frame.topLeft(), dialog.grab())
    painter.setPen(window.palette().mid().color())
    painter.drawRect(frame)
    painter.end()


def main() -> None:
    """Draw everything, each picture in a process and a home of its own."""
    if len(sys.argv) > 3 and sys.argv[2] in ("light", "dark"):
        draw(*sys.argv[1:])
        return
    IMAGES.mkdir(parents=True, exist_ok=True)
    texts = [str(Path(one).resolve()) for one in sys.argv[1:]]
    for name, theme, language, scene in SHOTS[:3] if texts else SHOTS:
        picture = str(Path.cwd() / f"{name}.png" if texts else IMAGES / f"{name}.png")
        with tempfile.TemporaryDirectory() as home:
            places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"), home)
            environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, __file__, picture, theme, language, scene, *texts]
            subprocess.run(command, env=environment, check=True, cwd=ROOT, timeout=120)


if __name__ == "__main__":
    main()
