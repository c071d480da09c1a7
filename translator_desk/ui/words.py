"""Every word of the window in English and Chinese; switched while it is open."""

from __future__ import annotations

from translator_desk.wording import Wording

WORDS = {
    "file": Wording("&File", "文件(&F)"),
    "edit": Wording("&Edit", "编辑(&E)"),
    "go": Wording("&Go", "转到(&G)"),
    "view": Wording("V&iew", "视图(&V)"),
    "open": Wording("Open files…", "打开文件…"),
    "sample": Wording("Open the sample project", "打开示例项目"),
    "export": Wording("Export the corrected text…", "导出修订后的译文…"),
    "quit": Wording("Quit", "退出"),
    "undo": Wording("Undo {what}", "撤销{what}"),
    "redo": Wording("Redo {what}", "重做{what}"),
    "confirm": Wording("Confirm and go to the next", "确认并转到下一句"),
    "join": Wording("Join with the next segment", "与下一句段合并"),
    "split": Wording("Split at the caret", "在光标处拆分"),
    "next_issue": Wording("Next problem", "下一个问题"),
    "previous_issue": Wording("Previous problem", "上一个问题"),
    "fix": Wording("Write the first suggestion", "采用第一条建议"),
    "ignore": Wording("Ignore this problem…", "忽略此问题…"),
    "light": Wording("Light", "浅色"),
    "dark": Wording("Dark", "深色"),
    "english": Wording("English", "English"),
    "chinese": Wording("中文", "中文"),
    "zoom_in": Wording("Larger letters", "放大"),
    "zoom_out": Wording("Smaller letters", "缩小"),
    "documents": Wording("Documents", "文档"),
    "problems": Wording("Problems", "问题"),
    "all_documents": Wording("All documents", "全部文档"),
    "level": Wording("Level", "级别"),
    "message": Wording("Message", "说明"),
    "words": Wording("Words", "文字"),
    "expected": Wording("Expected", "应为"),
    "where": Wording("Where", "位置"),
    "number": Wording("#", "#"),
    "source": Wording("Source (zh)", "原文（中）"),
    "target": Wording("Translation (en)", "译文（英）"),
    "state": Wording("State", "状态"),
    "filter": Wording("Filter by words, check or level", "按文字、检查或级别筛选"),
    "no_source": Wording("no source text", "没有原文"),
    "start_title": Wording("translator_desk", "translator_desk"),
    "start_text": Wording(
        "Review Chinese-English translations. Open an English text, or NAME.zh.txt and NAME.en.txt together, "
        "or drop files here.",
        "审校中英译文。打开英文文本，或同时打开 NAME.zh.txt 与 NAME.en.txt，也可以把文件拖到这里。",
    ),
    "reason_title": Wording("Ignore", "忽略"),
    "reason": Wording("Why may this stand? (quotation, historical name, house style…)", "为何可以保留？（引文、历史名称、本单位用法……）"),
    "exported": Wording("Written: {path}", "已写入：{path}"),
    "checking": Wording("Checking {checked} of {total}", "正在检查 {checked}/{total}"),
    "checked": Wording("Checked {total} segments", "已检查 {total} 个句段"),
    "counts": Wording("{error} errors, {warning} warnings, {info} notes", "错误 {error}，警告 {warning}，提示 {info}"),
    "none_left": Wording("No open problems.", "没有未处理的问题。"),
    "wrapped": Wording("Started again from the beginning.", "已从头开始。"),
    "close": Wording("Close", "关闭"),
    "not_run": Wording("{count} checks could not run: {reason}", "{count} 项检查未运行：{reason}"),
}  # fmt: skip


def word(key: str, language: str, **values: object) -> str:
    """Return a word of the window in ``language``, with its values put in."""
    text = WORDS[key].of(language)
    return text.format(**values) if values else text
