"""Starts the window: Qt, lanes, desk, and what the command line named."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QLibraryInfo, Qt
from PySide6.QtWidgets import QApplication

from translator_desk.app.desk import Desk
from translator_desk.app.jobs import ThreadLane
from translator_desk.app.paths import Paths
from translator_desk.model.severity import Level
from translator_desk.ui.collector import Collector
from translator_desk.ui.icons import application_icon
from translator_desk.ui.main_window import MainWindow
from translator_desk.ui.messages import Language
from translator_desk.ui.poster import QtPoster
from translator_desk.ui.qt_clock import QtClock
from translator_desk.ui.qt_guard import refusal
from translator_desk.ui.theme import Themes
from translator_desk.wording import say

SWITCH_SECONDS = 0.0005
"""How long a thread may keep the interpreter: with Python's 5 ms every paint may wait several times that."""


def _warm_checks() -> None:
    # Lazily: the checks' data must not hold up the first paint.
    from translator_desk.app.warming import warm_checks

    warm_checks()


def _warm_store() -> None:
    import translator_desk.store.connect  # noqa: F401 (lazily: SQLAlchemy, a sixth of a second of opening a project)


class Application:
    """Everything that lives as long as the program: lanes, desk and window.

    Attributes:
        desk: Settings and use cases.
        window: The window.
    """

    def __init__(self, qt: QApplication, paths: Paths) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        qt.setStyle("Fusion")
        qt.setApplicationName("translator_desk")
        qt.setDesktopFileName("translator-desk")
        qt.setWindowIcon(application_icon())
        self._collector = Collector(qt)
        self._poster = QtPoster(qt)
        self._clock = QtClock(qt)
        self._store_lane = ThreadLane("store", self._poster)
        self.compute_lane = ThreadLane("compute", self._poster)
        try:
            self.desk = Desk(paths, self._clock, self._store_lane, self.compute_lane)
            self._themes = Themes(qt, self.desk.settings.theme)
            self._themes.apply()
            self.language = Language(qt, self.desk.settings.language)
            self.window = MainWindow(self.desk, self.language, self._themes)
            context = self.window.context
            context.project_changed.connect(lambda: self._collector.project_changed(is_open=context.is_open))
        except BaseException:
            # The threads of the lanes would keep alive a program that nobody sees.
            self._store_lane.close()
            self.compute_lane.close()
            self._collector.release()
            raise

    def begin(self, arguments: Sequence[str]) -> None:
        """Open what the command line named, once the window has been painted.

        Where another window of this person has the project open, that window takes the files and this one closes.
        """
        files = [Path(one) for one in arguments if not one.startswith("--")]
        projects = self.window.projects
        if files or "--sample" in arguments:
            projects.handed_over.connect(self.window.close, Qt.ConnectionType.SingleShotConnection)
        if "--sample" in arguments:
            self.window.painted.connect(projects.sample, Qt.ConnectionType.SingleShotConnection)
        elif files:
            self.window.painted.connect(lambda: projects.take(files), Qt.ConnectionType.SingleShotConnection)
        else:
            self.window.painted.connect(self._warm, Qt.ConnectionType.SingleShotConnection)

    def _warm(self) -> None:
        """Load what projects and checks need while the person looks at the start page."""
        self.compute_lane.submit(_warm_checks, lambda _: None, lambda _: None)
        self._store_lane.submit(_warm_store, lambda _: None, lambda _: None)

    def close(self) -> None:
        """Finish what the lanes were given, end them, and leave Qt's application as it was found."""
        self.compute_lane.close()
        self._store_lane.close()
        self._collector.release()
        self.language.release()
        self._themes.release()
        for one in (self._collector, self.window, self.language, self._themes, self._poster, self._clock):
            one.deleteLater()

    def report_bugs(self) -> None:
        """Say on the screen that something of ours went wrong; the traceback goes to the console."""

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            traceback.print_exception(kind, error, trace)
            if issubclass(kind, KeyboardInterrupt):
                self.window.close()
                return
            self.window.tell(
                say(
                    "Something went wrong inside the program ({name}). Your text is kept; if this comes again, "
                    "close and reopen the project.",
                    "程序内部出错（{name}）。您的文本已保留；如再次出现，请关闭并重新打开项目。",
                    name=kind.__name__,
                ),
                level=Level.ERROR,
            )

        sys.excepthook = hook


def prepare_environment() -> None:
    """Set what Qt reads before it starts: an input method bridge that the wheel ships."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforminputcontexts")
        if not any("fcitx" in plugin.name for plugin in plugins.glob("*")):
            os.environ["QT_IM_MODULE"] = "ibus"


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        arguments: Files to open, or ``--sample``.

    Returns:
        The exit code: 0, or 2 where the window must not be opened.
    """
    major, minor = (int(part) for part in PySide6.__version__.split(".")[:2])
    refused = refusal((major, minor))
    if refused is not None:
        sys.stderr.write(f"translator-desk: {refused}\n")
        return 2
    prepare_environment()
    qt = QApplication(["translator-desk"])
    application = Application(qt, Paths.of_user())
    application.report_bugs()
    application.begin(arguments)
    application.window.show()
    try:
        return int(qt.exec())
    finally:
        application.close()
