"""Finds the handler of a file by walking ``formats/handlers``; what has none is refused with what to do instead."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from translator_desk.errors import InputError
from translator_desk.formats import handlers
from translator_desk.formats.base import Handler
from translator_desk.wording import Wording, say

_REMEDIES = {
    (".docx", ".doc", ".rtf", ".odt"): Wording("save it as plain text (.txt) first", "请先另存为纯文本（.txt）"),
    (".pdf",): Wording("copy its text and paste it into the desk", "请复制其文字并粘贴到本程序"),
    (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".tmx", ".tbx", ".po"): Wording(
        "export a table (.tsv or .csv) from the tool it comes from", "请从原工具导出表格（.tsv 或 .csv）"
    ),
    (".xlsx", ".xls", ".ods"): Wording("save it as .csv or .tsv first", "请先另存为 .csv 或 .tsv"),
    (".zip", ".gz", ".7z", ".rar"): Wording("unpack it first", "请先解压"),
}


@cache
def all_handlers() -> tuple[Handler, ...]:
    """Return every handler, sorted by id."""
    found = [import_module(f"{handlers.__name__}.{one.name}").handler for one in pkgutil.iter_modules(handlers.__path__)]
    return tuple(sorted(found, key=lambda handler: handler.id))


def handler_by_id(handler_id: str) -> Handler:
    """Return the handler called ``handler_id``.

    Raises:
        KeyError: There is none.
    """
    for handler in all_handlers():
        if handler.id == handler_id:
            return handler
    raise KeyError(handler_id)


def readable_extensions() -> tuple[str, ...]:
    """Return the endings of the files that can be read."""
    return tuple(sorted(ending for handler in all_handlers() for ending in handler.extensions))


def handler_for(path: str, data: bytes) -> Handler:
    """Return the handler of a file.

    Raises:
        InputError: There is none, or the file is empty; says what to do.
    """
    if not data:
        raise InputError(path, say("the file is empty (0 bytes); look for a backup of it", "文件为空（0 字节）；请查找其备份"))
    ending = Path(path).suffix.lower()
    for handler in all_handlers():
        if ending in handler.extensions:
            return handler
    for endings, remedy in _REMEDIES.items():
        if ending in endings:
            name = ending.lstrip(".").upper()
            raise InputError(
                path,
                say(
                    "{name} is not readable yet; " + remedy.en, "暂不能读取 {name} 文件；" + remedy.zh, name=name
                ),
            )
    for handler in all_handlers():
        if handler.sniff(data):
            return handler
    raise InputError(
        path,
        say(
            "this kind of file cannot be read; readable are {endings}",
            "无法读取这类文件；可读取的有 {endings}",
            endings=", ".join(readable_extensions()),
        ),
    )
