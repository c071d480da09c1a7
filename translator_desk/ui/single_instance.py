"""One window a user and project: a second start hands over its files and the first window comes to the front."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500


def server_name(path: Path) -> str:
    """Return the name under which this user's window of a project listens."""
    key = f"{getpass.getuser()}\0{path.resolve()}"
    return f"translator-desk-{hashlib.sha256(key.encode()).hexdigest()[:24]}"


def call(path: Path, paths: Sequence[str]) -> bool:
    """Hand files to the window that has the project open.

    Returns:
        Whether there is such a window and it took them.
    """
    socket = QLocalSocket()
    socket.connectToServer(server_name(path))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(json.dumps(list(paths)).encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(WAIT_MS * 4)
    socket.disconnectFromServer()
    return answered


class SingleInstance(QObject):
    """Listens for later starts of the program for the same project.

    Signals:
        called(list[str]): The program was started again, with these files.
    """

    called = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, path: Path) -> None:
        """Be the window of this project from now on."""
        self.stop()
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = server_name(path)
        if not server.listen(name):
            # Left behind by a window that was killed: the lock on the project file says that nobody lives there.
            QLocalServer.removeServer(name)
            server.listen(name)
        server.newConnection.connect(self._answer)
        self._server = server

    def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is None:
            return
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            paths = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            paths = []
        socket.write(b"ok\n")
        socket.flush()
        self.called.emit([one for one in paths if isinstance(one, str)])
