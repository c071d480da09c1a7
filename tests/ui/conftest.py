"""A whole desk in a folder of its own: real widgets, real lanes, real project file."""

from __future__ import annotations

import pytest

from translator_desk.app.paths import Paths
from translator_desk.ui.application import Application


@pytest.fixture
def desk(qapp, qtbot, tmp_path):
    application = Application(Paths.under(tmp_path / "home"))
    window = application.window
    window.show()
    yield application
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    application.close()
