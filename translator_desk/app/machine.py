"""What this machine lacks to show the window, found out before Qt is imported: Qt itself would only abort.

Libraries are asked for by the names that Debian 12 and Ubuntu 24.04 give them; other systems bring them along.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from translator_desk.wording import Message, say

_LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
_X11_LIBRARIES = {"libxcb-cursor0": "libxcb-cursor.so.0", "libxkbcommon-x11-0": "libxkbcommon-x11.so.0"}
_FONT_PACKAGE = "fonts-noto-cjk"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_FONT_WORDS = ("cjk", "wqy", "sourcehan", "uming", "ukai", "droidsansfallback", "msyh", "simsun", "lxgw", "notosanssc")


@dataclass(frozen=True, slots=True)
class Machine:
    """What is missing.

    Attributes:
        packages: Debian packages without which Qt cannot start.
        display: Whether there is a screen to open a window on.
        cjk_font: Whether a font with Chinese characters was found.
    """

    packages: tuple[str, ...]
    display: bool
    cjk_font: bool

    @property
    def can_open_window(self) -> bool:
        """Whether a window will open."""
        return self.display and not self.packages

    def sentence(self) -> Message | None:
        """Return what is missing and the line that mends it, or None where nothing is."""
        packages = (*self.packages, *(() if self.cjk_font else (_FONT_PACKAGE,)))
        if packages:
            return say(
                "This machine lacks {packages}; install with: sudo apt-get install {line}",
                "本机缺少 {packages}；安装命令：sudo apt-get install {line}",
                packages=", ".join(packages),
                line=" ".join(packages),
            )
        if not self.display:
            return say(
                "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.",
                "此处没有显示器（未设置 DISPLAY 或 WAYLAND_DISPLAY），无法打开窗口。",
            )
        return None


def look(
    environ: Mapping[str, str] | None = None,
    *,
    platform: str = sys.platform,
    loads: Callable[[str], bool] | None = None,
    fonts: Callable[[], bool] | None = None,
) -> Machine:
    """Return what this machine lacks.

    Args:
        environ: The environment; the process's own where None.
        platform: As ``sys.platform``; only Linux can lack anything.
        loads: Tells whether a shared library can be loaded.
        fonts: Tells whether a font with Chinese characters is installed.
    """
    if not platform.startswith("linux"):
        return Machine((), display=True, cjk_font=True)
    environ = os.environ if environ is None else environ
    loads = loads or _loads
    qpa = environ.get("QT_QPA_PLATFORM", "")
    headless = qpa.startswith(("offscreen", "minimal", "vnc"))
    display = headless or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
    wanted = dict(_LIBRARIES)
    if environ.get("DISPLAY") and not headless and not environ.get("WAYLAND_DISPLAY"):
        wanted |= _X11_LIBRARIES
    missing = tuple(package for package, library in wanted.items() if not loads(library))
    return Machine(missing, display, (fonts or _has_cjk_font)())


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_cjk_font() -> bool:
    if listing := shutil.which("fc-list"):
        try:
            shown = subprocess.run([listing, ":lang=zh", "family"], capture_output=True, timeout=10, check=False)
            return bool(shown.stdout.strip())
        except (OSError, subprocess.SubprocessError):
            pass
    return any(_is_cjk(name) for folder in _FONT_FOLDERS for name in _font_names(Path(folder).expanduser()))


def _font_names(folder: Path) -> Iterable[str]:
    return (path.name for path in folder.rglob("*") if path.suffix.lower() in (".ttf", ".otf", ".ttc"))


def _is_cjk(name: str) -> bool:
    plain = name.lower().replace("-", "").replace("_", "")
    return any(word in plain for word in _FONT_WORDS)
