"""Which handler reads a file; what no handler reads is refused by its own sentence."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

from translator_desk.errors import InputError
from translator_desk.formats import handlers
from translator_desk.formats.base import Handler
from translator_desk.wording import Wording, say

_BINARY_SAMPLE = 8192


class _Refused(NamedTuple):
    """A kind of file the desk knows and does not read: by name, or by its first bytes, whatever the name says."""

    extensions: tuple[str, ...]
    starts: tuple[bytes, ...]
    wording: Wording


_REFUSED: tuple[_Refused, ...] = (
    _Refused(
        (".docx", ".docm"),
        (),
        Wording(
            "Word documents are not readable yet: save as plain text (.txt, UTF-8) or as a web page (.html)",
            "暂不能读取 Word 文档：请另存为纯文本（.txt，UTF-8）或网页（.html）",
        ),
    ),
    _Refused(
        (".doc", ".wps", ".xls", ".ppt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
        Wording(
            "old Office files are not readable: open it in an office program and save as .txt (UTF-8) or .html",
            "无法读取旧版 Office 文件：请在办公软件中打开并另存为 .txt（UTF-8）或 .html",
        ),
    ),
    _Refused(
        (".xlsx", ".xlsm", ".et"),
        (),
        Wording(
            "Excel workbooks are not readable: save the sheet as .csv (UTF-8) or as tab-separated text",
            "无法读取 Excel 工作簿：请将工作表另存为 .csv（UTF-8）或制表符分隔文本",
        ),
    ),
    _Refused(
        (".odt", ".rtf", ".pages", ".epub", ".md", ".pptx"),
        (b"{\\rtf",),
        Wording(
            "this kind of document is not readable: save as plain text (.txt, UTF-8) or as a web page (.html)",
            "无法读取此类文档：请另存为纯文本（.txt，UTF-8）或网页（.html）",
        ),
    ),
    _Refused(
        (".pdf",),
        (b"%PDF-",),
        Wording(
            "PDF is not readable: copy its text and paste it into the desk, or save it as .txt",
            "无法读取 PDF：请复制其文字粘贴到程序中，或另存为 .txt",
        ),
    ),
    _Refused(
        (".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff"),
        (),
        Wording(
            "XLIFF is not readable yet: export the pair from your tool as a bilingual table (.tsv or .csv)",
            "暂不能读取 XLIFF：请从原工具导出双语对照表（.tsv 或 .csv）",
        ),
    ),
    _Refused(
        (".tmx", ".sdltm"),
        (),
        Wording(
            "TMX and translation memories are not readable yet: export a bilingual table (.tsv or .csv)",
            "暂不能读取 TMX 和翻译记忆库：请导出双语对照表（.tsv 或 .csv）",
        ),
    ),
    _Refused(
        (".tbx",),
        (),
        Wording(
            "TBX holds terms, not a text: take them into a term base (translator-desk glossary import FILE --into BASE)",
            "TBX 是术语而非文本：请导入术语库（translator-desk glossary import 文件 --into 术语库）",
        ),
    ),
    _Refused(
        (".sdltb",),
        (),
        Wording(
            "this term base is readable by its own program only: export it there as TBX, and import that",
            "此术语库只有其自身程序可读：请在该程序中导出为 TBX 后再导入",
        ),
    ),
    _Refused(
        (".po", ".xml", ".json", ".ttx"),
        (),
        Wording(
            "this data format is not readable: export the text as .txt, .html, or a bilingual table (.tsv or .csv)",
            "无法读取此数据格式：请导出为 .txt、.html 或双语对照表（.tsv 或 .csv）",
        ),
    ),
    _Refused(
        (".yaml", ".yml"),
        (),
        Wording(
            "a YAML file is a glossary, not a text: give it to the desk as a term base (--glossary)",
            "YAML 文件是术语表而非文本：请作为术语库提供（--glossary）",
        ),
    ),
    _Refused(
        (".desk",),
        (b"SQLite format 3\0",),
        Wording(
            "this is a project of the desk, not a text: open it as a project",
            "这是项目文件而非文本：请作为项目打开",
        ),
    ),
    _Refused(
        (".zip", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz"),
        (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\0"),
        Wording(
            "archives and packed documents are not readable: unpack it, or save the document as .txt or .html",
            "无法读取压缩包或打包文档：请解压，或将文档另存为 .txt 或 .html",
        ),
    ),
    _Refused(
        (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg"),
        (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"RIFF"),
        Wording(
            "pictures are not readable: the desk needs the text, typed or recognised, as .txt",
            "无法读取图片：请提供录入或识别后的文字（.txt）",
        ),
    ),
    _Refused(
        (".mp3", ".mp4", ".wav", ".avi", ".exe", ".dll", ".so"),
        (b"MZ\x90", b"\x7fELF"),
        Wording(
            "this is no text: choose a text, a web page or a bilingual table",
            "这不是文本：请选择文本、网页或双语对照表",
        ),
    ),
)


@cache
def all_handlers() -> tuple[Handler, ...]:
    """Return the handlers of the ``handlers`` folder, sorted by id."""
    names = sorted(module.name for module in pkgutil.iter_modules(handlers.__path__))
    found = [importlib.import_module(f"{handlers.__name__}.{name}").handler for name in names]
    return tuple(sorted(found, key=lambda handler: handler.id))


def handler_by_id(handler_id: str) -> Handler:
    """Return a handler; KeyError for an id no handler has."""
    return {handler.id: handler for handler in all_handlers()}[handler_id]


def readable_extensions(*, one_language: bool = False) -> tuple[str, ...]:
    """Return the extensions of all handlers, or of those whose files hold one language only, in their order."""
    return tuple(
        extension
        for handler in all_handlers()
        if not (one_language and handler.holds_both)
        for extension in handler.extensions
    )


def handler_for(path: str, data: bytes) -> Handler:
    """Return the handler for a file.

    Raises:
        InputError: No handler reads this kind; says what to do instead.
    """
    extension = PurePath(path).suffix.lower()
    named = next((handler for handler in all_handlers() if extension in handler.extensions), None)
    refused = None if named else next((kind for kind in _REFUSED if extension in kind.extensions), None)
    refused = refused or next((kind for kind in _REFUSED if data.startswith(kind.starts) and kind.starts), None)
    if refused is not None:
        raise InputError(path, say(refused.wording.en, refused.wording.zh))
    if named is not None:
        return named
    sniffed = next((handler for handler in all_handlers() if handler.sniff(data)), None)
    if sniffed is not None:
        return sniffed
    kinds = ", ".join(readable_extensions())
    if b"\0" in data[:_BINARY_SAMPLE]:
        raise InputError(
            path,
            say(
                "the file is binary, no text: the desk reads {kinds}",
                "这是二进制文件而非文本：可读取的类型有 {kinds}",
                kinds=kinds,
            ),
        )
    raise InputError(
        path,
        say(
            "the desk does not know this kind of file: it reads {kinds}; rename it if it is one of them",
            "无法识别此类文件：可读取的类型有 {kinds}；若属其中之一，请更改文件名",
            kinds=kinds,
        ),
    )
