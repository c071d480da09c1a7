"""The panels around the grid: each in a dock that can be moved, tabbed and hidden."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from translator_desk.ui.actions import ActionSpec, Menu, project_is_open
from translator_desk.ui.context import DeskContext
from translator_desk.ui.later import later
from translator_desk.ui.panels.base import Area, PanelSpec
from translator_desk.ui.panels.registry import all_panels
from translator_desk.ui.perspectives.registry import Perspective, perspective_named

LAYOUT_VERSION = 1
"""Raised where docks saved by an older desk would not fit."""
NARROWEST, LOWEST = 140, 90
RIGHT_AT_LEAST = 216
"""The names of the panels on the right can be read on their tabs."""
_AREAS = {
    Area.LEFT: Qt.DockWidgetArea.LeftDockWidgetArea,
    Area.RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
    Area.BOTTOM: Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Docks(QObject):
    """One dock a panel; its widget is built when it is first seen with a project open.

    Attributes:
        kept: Where the docks stood when a project was last closed, as Qt spells it (base64 text), or "".
    """

    def __init__(self, window: QMainWindow, context: DeskContext) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._specs: dict[str, PanelSpec] = {}
        self._docks: dict[str, QDockWidget] = {}
        self.kept = ""
        self._to_build: list[str] = []
        self._builder = later(self, 0, self._build_next)
        self._in_sight: set[str] = set()
        self._arranging = False
        for spec in all_panels():
            self._add(spec)
        context.project_changed.connect(self._rebuild)
        context.perspective_changed.connect(self._rearrange)
        context.language.changed.connect(self.retranslate)
        self.retranslate()
        self._hide_all()

    def actions(self) -> tuple[ActionSpec, ...]:
        """Return the commands that show and hide the panels."""
        return tuple(
            ActionSpec(
                id=f"panel.{spec.id}",
                text=spec.title,
                run=lambda _, panel=spec.id: self.toggle(panel),  # type: ignore[misc]
                menu=Menu.VIEW,
                keys=(spec.keys,) if spec.keys else (),
                enabled=project_is_open,
                section=20,
                label=lambda _, panel=spec.id: self._title(panel),  # type: ignore[misc]
                checked=lambda _, panel=spec.id: self.is_shown(panel),  # type: ignore[misc]
            )
            for spec in self._specs.values()
        )

    def note(self) -> None:
        """Note where the docks stand, while a project is still open."""
        self.kept = bytes(self._window.saveState(LAYOUT_VERSION).toBase64().data()).decode()

    def toggle(self, panel: str) -> None:
        """Show a panel and put the keyboard into it; hide it where the keyboard is in it already."""
        dock = self._docks[panel]
        focused = self._window.focusWidget()
        if not dock.isHidden() and focused is not None and dock.isAncestorOf(focused):
            dock.hide()
            return
        dock.show()
        dock.raise_()
        self._build(panel)
        (dock.widget() or dock).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ids(self) -> list[str]:
        """Return the ids of the panels."""
        return list(self._docks)

    def is_shown(self, panel: str) -> bool:
        """Return whether a panel is open, be it behind another."""
        return not self._docks[panel].isHidden()

    def hide(self, panel: str) -> None:
        """Close a panel."""
        self._docks[panel].hide()

    def panes(self) -> list[QWidget]:
        """Return the widgets of the docks in sight, in order, for F6."""
        # A dock behind another tab counts as visible for Qt, but nothing of it is seen.
        return [
            dock.widget()
            for dock in self._docks.values()
            if dock.widget() and dock.isVisible() and not dock.visibleRegion().isEmpty()
        ]

    def retranslate(self) -> None:
        """Take the titles anew."""
        for panel, dock in self._docks.items():
            title = self._title(panel)
            dock.setWindowTitle(title.replace("&", "&&"))
            if dock.widget() is not None:
                dock.widget().setAccessibleName(title)

    def _title(self, panel: str) -> str:
        return QCoreApplication.translate("Panels", self._specs[panel].title)

    def _add(self, spec: PanelSpec) -> None:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"panel.{spec.id}")
        self._specs[spec.id] = spec
        self._docks[spec.id] = dock
        self._window.addDockWidget(_AREAS[spec.area], dock)
        dock.visibilityChanged.connect(partial(self._seen, spec.id))

    def _seen(self, panel: str, visible: bool) -> None:
        if not visible:
            self._in_sight.discard(panel)
            return
        self._in_sight.add(panel)
        # While they are put in order, docks come into sight that end behind others.
        if not self._arranging:
            self._build(panel)

    def _build_next(self) -> None:
        """Build one panel of those waiting for it; keys and paint come in between."""
        if self._to_build:
            self._build(self._to_build.pop(0))
            self._builder.start()

    def _build(self, panel: str) -> None:
        dock = self._docks[panel]
        if self._context.is_open and dock.widget() is None:
            widget = self._specs[panel].build(self._context)
            widget.setAccessibleName(self._title(panel))
            # In a small window a panel is cut rather than the grid pushed out of it.
            widget.setMinimumSize(NARROWEST, LOWEST)
            dock.setWidget(widget)
            dock.setFocusProxy(widget)

    def _rebuild(self) -> None:
        """Throw the panels of the last project away; build those in sight for this one."""
        for dock in self._docks.values():
            if (widget := dock.widget()) is not None:
                dock.setWidget(None)  # type: ignore[arg-type]
                widget.hide()
                widget.deleteLater()
        if not self._context.is_open:
            self._hide_all()
            return
        if not (self.kept and self._window.restoreState(QByteArray.fromBase64(self.kept.encode()), LAYOUT_VERSION)):
            self._use(self._context.perspective)
        for panel, dock in self._docks.items():
            if dock.isVisible():
                self._build(panel)

    def _rearrange(self, perspective: str) -> None:
        if self._context.is_open:
            self._use(perspective)
            self._to_build = sorted(self._in_sight)
            self._builder.start()

    def _use(self, perspective: str) -> None:
        """Show the panels of a perspective and put the others away."""
        wanted = perspective_named(perspective)
        self._arranging = True
        for dock in self._docks.values():
            # Taken out first: Qt leaves tabs of the old order standing beside the new ones.
            self._window.removeDockWidget(dock)
        seen = self._arrange(wanted)
        for panel, dock in self._docks.items():
            dock.setVisible(panel in wanted.panels and panel not in wanted.folded)
        for dock in seen:
            dock.raise_()
        self._arranging = False
        self._share_room(wanted)

    def _arrange(self, perspective: Perspective) -> list[QDockWidget]:
        """Put the panels where a perspective wants them; return those to be seen, before the others of their row.

        The panels that it leaves out come behind one of the same side, where they are found when somebody opens them.
        """
        rest = [panel for panel in self._docks if panel not in perspective.panels]
        seen: list[QDockWidget] = []
        for area in Area:
            before: QDockWidget | None = None
            row = -1
            for panel in (*perspective.panels, *rest):
                spec = self._specs.get(panel)
                if spec is None or spec.area is not area:
                    continue
                dock = self._docks[panel]
                self._window.addDockWidget(_AREAS[area], dock)
                if before is not None and (spec.order // 10 == row or panel in rest):
                    self._window.tabifyDockWidget(before, dock)
                else:
                    before, row = dock, spec.order // 10
                    seen += [dock] if panel in perspective.panels else []
        return seen

    def _share_room(self, perspective: Perspective) -> None:
        """Leave most of the window to the grid, unless the perspective is about what stands below it."""
        width, height = self._window.width(), self._window.height()
        for area, share, side in (
            (Area.LEFT, min(max(width * 0.16, 170), 260), Qt.Orientation.Horizontal),
            (Area.RIGHT, min(max(width * 0.18, RIGHT_AT_LEAST), 340), Qt.Orientation.Horizontal),
            (Area.BOTTOM, height * perspective.below or min(max(height * 0.26, 150), 320), Qt.Orientation.Vertical),
        ):
            shown = [
                dock for panel, dock in self._docks.items() if self._specs[panel].area is area and dock.isVisible()
            ]
            self._window.resizeDocks(shown, [round(share)] * len(shown), side)

    def _hide_all(self) -> None:
        """Leave the start page to itself."""
        for dock in self._docks.values():
            dock.hide()
