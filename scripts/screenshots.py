"""Draws pictures of the running window: the sample project in three dresses, and any texts named on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator_desk.ui.application import Application

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SHOTS = (("translate-light", "light", "en"), ("translate-dark", "dark", "en"), ("translate-chinese", "light", "zh"))
SIZE = (1360, 860)


def draw(picture: str, theme: str, language: str, *texts: str) -> None:
    from PySide6.QtWidgets import QApplication

    from translator_desk.app.paths import Paths
    from translator_desk.ui.application import Application
    from translator_desk.ui.screenshot import wait_until

    qt = QApplication([])
    application = Application(qt, Paths.of_user())
    try:
        shoot(application, picture, theme, language, texts)
        application.window.close()
        wait_until(lambda: not application.window.isVisible())
    finally:
        application.close()


def shoot(application: Application, picture: str, theme: str, language: str, texts: tuple[str, ...]) -> None:
    from translator_desk.ui.screenshot import wait_for_flags, wait_until

    window = application.window
    application.desk.change_settings(theme=theme, language=language, person="Chen Yu", role="reviewer")
    window.projects.person_changed()
    window.context.themes.apply(theme)
    window.context.language.apply(language)
    window.resize(*SIZE)
    window.show()
    if texts:
        window.projects.take([Path(one) for one in texts])
    else:
        window.projects.sample()
    wait_for_flags(application)
    for _ in range(3):
        window.context.actions["go.next-flag"].trigger()
    wait_until(lambda: window.context.project.autosave.saving.value == "saved")
    # Panels follow the current segment after a moment.
    until = time.monotonic() + 0.5
    wait_until(lambda: time.monotonic() > until)
    window.grab().save(picture)
    print(picture)


def main() -> None:
    """Draw everything, each picture in a process and a home of its own."""
    if len(sys.argv) > 3 and sys.argv[2] in ("light", "dark"):
        draw(*sys.argv[1:])
        return
    IMAGES.mkdir(parents=True, exist_ok=True)
    texts = [str(Path(one).resolve()) for one in sys.argv[1:]]
    for name, theme, language in SHOTS:
        picture = str(Path.cwd() / f"{name}.png" if texts else IMAGES / f"{name}.png")
        with tempfile.TemporaryDirectory() as home:
            places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"), home)
            environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, __file__, picture, theme, language, *texts]
            subprocess.run(command, env=environment, check=True, cwd=ROOT, timeout=120)


if __name__ == "__main__":
    main()
