"""Draws the pictures of the README: the sample project in light and dark, in English and Chinese."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHOTS = (("translate-light", "light", "en"), ("translate-dark", "dark", "en"), ("translate-chinese", "light", "zh"))


def draw(name: str, theme: str, language: str) -> None:
    from translator_desk.app.paths import Paths
    from translator_desk.app.sample import sample_copy
    from translator_desk.ui.screenshot import draw_sample

    folder = sample_copy(Paths.of_user())
    print(draw_sample(folder, ROOT / "docs" / "images" / f"{name}.png", theme=theme, language=language))


def main() -> None:
    if len(sys.argv) == 4:
        draw(*sys.argv[1:])
        return
    for shot in SHOTS:
        with tempfile.TemporaryDirectory() as home:
            places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"), home)
            environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
            subprocess.run([sys.executable, __file__, *shot], env=environment, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
