"""Draws the pictures of the chapter on the glossary: effect, new form everywhere, proposals, candidates, import."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator_desk.ui.application import Application

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SIZE = (1360, 860)
TABLE = """zh,en,Domain
量子比特,qubit,physics
量子通信,quantum communication,physics
邓群策,Deng Qunzhe,people
营商环境,business environment,economy
"""


def draw(language: str, folder: str) -> None:
    """Draw all scenes in one language."""
    from PySide6.QtWidgets import QApplication

    from translator_desk.app.paths import Paths
    from translator_desk.ui.application import Application
    from translator_desk.ui.screenshot import wait_for_flags, wait_until

    application = Application(QApplication([]), Paths.of_user())
    window = application.window
    application.desk.change_settings(theme="light", language=language, person="Chen Yu", role="editor")
    window.projects.person_changed()
    window.context.themes.apply("light")
    window.context.language.apply(language)
    window.resize(*SIZE)
    window.show()
    window.projects.sample()
    wait_for_flags(application)
    wait_until(lambda: window.context.glossary.ready)
    window.context.show_perspective("glossary")
    for name, scene in SCENES.items():
        picture = Path(folder) / f"glossary-{name}{'-zh' if language == 'zh' else ''}.png"
        scene(application, lambda picture=picture: _shoot(application, picture))
        print(picture)
    window.close()
    wait_until(lambda: not window.isVisible())
    application.close()


def _shoot(application: Application, picture: Path) -> None:
    from PySide6.QtWidgets import QApplication

    shown = QApplication.activeModalWidget() or application.window
    _settle()
    shown.grab().save(str(picture))


def _settle(seconds: float = 0.6) -> None:
    """Let panels follow."""
    import time

    from translator_desk.ui.screenshot import wait_until

    until = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() > until)


def _close_dialog() -> None:
    from PySide6.QtWidgets import QApplication

    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    _settle(0.2)


def effect(application: Application, shoot: Callable[[], None]) -> None:
    """An entry is being changed; the flags that would come and go stand beside it."""
    from translator_desk.ui.panels.glossary import GlossaryPanel
    from translator_desk.ui.screenshot import wait_until

    context = application.window.context
    panel = application.window.findChild(GlossaryPanel)
    panel.words.setText("国家卫生城市")
    panel.table.setFocus()
    panel.form.en.setFocus()
    panel.form.en.setText("National Sanitary City")
    panel.form.en.textEdited.emit("National Sanitary City")
    wait_until(lambda: context.glossary.effect.impact is not None)
    shoot()


def apply(application: Application, shoot: Callable[[], None]) -> None:
    """The new form is offered where the old one stands."""
    from PySide6.QtWidgets import QApplication

    from translator_desk.ui.panels.glossary import GlossaryPanel
    from translator_desk.ui.screenshot import wait_until

    context = application.window.context
    application.window.findChild(GlossaryPanel).save()
    wait_until(
        lambda: context.project.checking.term_base.entry(context.glossary.current).en == "National Sanitary City"
    )
    context.actions["glossary.apply-form"].trigger()
    wait_until(lambda: QApplication.activeModalWidget() is not None)
    shoot()
    _close_dialog()


def proposals(application: Application, shoot: Callable[[], None]) -> None:
    """What translators propose."""
    from translator_desk.app.glossary_files import GlossaryFiles
    from translator_desk.app.glossary_proposals import Proposals, proposals_path
    from translator_desk.glossary.entry import AvoidForm, Form
    from translator_desk.glossary.new_entry import new_term
    from translator_desk.ui.screenshot import wait_until

    context = application.window.context
    base = context.project.checking.term_base
    zone = next(one for one in base.entries if "综合保税区" in one.zh)

    def propose(files: GlossaryFiles) -> None:
        path = proposals_path(files)
        assert path is not None
        by = Proposals(path, "Wang Fang", context.desk.clock.now)
        by.propose(new_term("工作专班", "task force", base, "s1, 8"), None, "s1, 8")
        changed = replace(zone, also=(*zone.also, Form("CBZ")), avoid=(*zone.avoid, AvoidForm("bond zone", "bonded")))
        by.propose(changed, zone, "s2, 4")

    context.glossary.ask(propose, lambda _: context.glossary.proposing.look())
    wait_until(lambda: len(context.glossary.proposing.waiting) == 2)
    context.actions["glossary.proposals"].trigger()
    shoot()


def candidates(application: Application, shoot: Callable[[], None]) -> None:
    """What the project could do with."""
    from translator_desk.app.commands.edit import EditTarget
    from translator_desk.text.span import Span
    from translator_desk.ui.panels.mining import MiningPanel
    from translator_desk.ui.screenshot import wait_until

    context = application.window.context
    state = context.session.state
    for key in list(state.reading_order()):
        at = state.segments[key].target.find("major projects")
        if at >= 0:
            context.execute(EditTarget(key, Span(at, at + 14), "flagship projects", typing=False))
    context.actions["glossary.mining"].trigger()
    panel = application.window.findChild(MiningPanel)
    panel.look()
    wait_until(lambda: bool(panel.finds))
    shoot()


def terms_in(application: Application, shoot: Callable[[], None]) -> None:
    """A table of another program before it is taken in."""
    from translator_desk.ui.dialogs.import_terms import ImportTerms
    from translator_desk.ui.screenshot import wait_until

    context = application.window.context
    table = context.project.path.with_name("terms.csv")
    table.write_text(TABLE, "utf-8")
    dialog = ImportTerms(context, table)
    dialog.open()
    wait_until(lambda: bool(dialog.incoming.shown))
    shoot()
    _close_dialog()


SCENES = {"effect": effect, "apply": apply, "proposals": proposals, "candidates": candidates, "import": terms_in}


def main() -> None:
    """Draw everything, each language in a process and a home of its own."""
    if len(sys.argv) > 1:
        draw(sys.argv[1], sys.argv[2])
        return
    IMAGES.mkdir(parents=True, exist_ok=True)
    for language in ("en", "zh"):
        with tempfile.TemporaryDirectory() as home:
            places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"), home)
            environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, __file__, language, str(IMAGES)]
            subprocess.run(command, env=environment, check=True, cwd=ROOT, timeout=180)


if __name__ == "__main__":
    main()
