"""Colours: a light and a dark theme on the Fusion style, and which of them is in force."""

from __future__ import annotations

import json
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from translator_desk.resources import resource_path

THEMES = ("light", "dark")


class Theme:
    """One set of colours, read from ``resources/themes``.

    Attributes:
        name: "light" or "dark".
        dark: Whether text is light on a dark ground.
    """

    def __init__(self, name: str) -> None:
        values: dict[str, object] = json.loads(resource_path("themes", f"{name}.json").read_text("utf-8"))
        self.name = name
        self.dark = bool(values["dark"])
        self._colours = {key: QColor(str(value)) for key, value in values.items() if str(value).startswith("#")}

    def colour(self, name: str) -> QColor:
        """Return a colour by its name in the theme file.

        Raises:
            KeyError: The theme has no such colour.
        """
        return self._colours[name]

    def palette(self) -> QPalette:
        """Return Qt's palette in these colours."""
        role = QPalette.ColorRole
        colour = self.colour
        palette = QPalette()
        for which, name in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "base"),
            (role.AlternateBase, "alternate"),
            (role.Text, "text"),
            (role.Button, "button"),
            (role.ButtonText, "text"),
            (role.ToolTipBase, "tooltip"),
            (role.ToolTipText, "tooltip_text"),
            (role.PlaceholderText, "muted"),
            (role.Highlight, "selection"),
            (role.HighlightedText, "on_selection"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.BrightText, "on_accent"),
            (role.Mid, "border"),
            (role.Dark, "border"),
            (role.Midlight, "header_row"),
            (role.Light, "button"),
            (role.Accent, "accent"),
        ):
            palette.setColor(which, colour(name))
        palette.setColor(role.Shadow, QColor(0, 0, 0, 90))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, colour("ignored"))
        return palette


@cache
def theme_named(name: str) -> Theme:
    """Return a theme, read once."""
    return Theme(name)


def dye(widget: QWidget, *, ground: QColor | None = None, letters: QColor | None = None) -> None:
    """Give one widget colours of its own.

    Polished first: the style sheet's style puts the palette back when a widget is first shown.
    """
    widget.ensurePolished()
    palette = widget.palette()
    if ground is not None:
        palette.setColor(widget.backgroundRole(), ground)
    if letters is not None:
        palette.setColor(widget.foregroundRole(), letters)
    widget.setPalette(palette)


class Themes(QObject):
    """The theme in force.

    Signals:
        changed(): Colours are others now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, wish: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._wish = wish
        self.current = theme_named("light")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    def apply(self, wish: str | None = None) -> None:
        """Put "light", "dark" or what the system says ("system") in force."""
        self._wish = wish or self._wish
        name = self._wish
        if name not in THEMES:
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        self.current = theme_named(name)
        self._application.setPalette(self.current.palette())
        self._application.setStyleSheet(_style_sheet(self.current))
        self.changed.emit()

    def release(self) -> None:
        """Follow the system no more."""
        self._application.styleHints().colorSchemeChanged.disconnect(self._system_changed)

    def _system_changed(self) -> None:
        # A theme plugin of the desktop may have put its own palette over ours as well.
        self.apply()


def _style_sheet(theme: Theme) -> str:
    """Return the few things a palette cannot say."""
    names = ("window", "border", "tooltip", "tooltip_text", "muted", "header_row")
    return _SHEET.format_map({name: theme.colour(name).name() for name in names})


_SHEET = """
QToolTip {{ color: {tooltip_text}; background: {tooltip}; border: 1px solid {border}; padding: 4px; }}
QMainWindow::separator {{ background: {border}; width: 1px; height: 1px; margin: 2px; }}
QDockWidget::title {{ background: {header_row}; padding: 5px 8px; text-align: left; }}
QStatusBar {{ border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
QHeaderView::section {{ background: {window}; color: {muted}; border: none; border-bottom: 1px solid {border};
  padding: 4px 8px; }}
"""
