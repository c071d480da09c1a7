"""The one frame of all HTML pages the desk writes: they need nothing beside them, on any screen and on paper."""

from __future__ import annotations

from html import escape

FONTS = (
    "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans",
    "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "SimSun",
)  # fmt: skip
"""English first: a font for Chinese sets English quotation marks as wide as characters."""

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>{title}</title>
<style>
:root {{ --text: #1b1b1b; --muted: #555; --line: #ccc; --page: #fff; --error: #b3261e; --warning: #8f4700;
  --info: #5b45b8; --old: #8a3b00; --old-ground: #ffe3cc; --new: #0a3f8a; --new-ground: #d6e8ff; }}
@media (prefers-color-scheme: dark) {{ :root {{ --text: #e6e6e6; --muted: #a8a8a8; --line: #444; --page: #1c1c1e;
  --error: #ff8a80; --warning: #ffb866; --info: #b9a7ff;
  --old: #ffb27d; --old-ground: #43260f; --new: #9cc8ff; --new-ground: #122c4d; }} }}
body {{ font: 15px/1.6 {fonts}; max-width: 64rem; margin: 2rem auto; padding: 0 1rem;
  color: var(--text); background: var(--page); }}
h1 {{ font-size: 1.4rem; line-height: 1.3; margin-bottom: 0.2rem; overflow-wrap: anywhere; }}
h2 {{ font-size: 1.1rem; line-height: 1.3; margin: 1.6rem 0 0.4rem; overflow-wrap: anywhere; }}
.facts {{ color: var(--muted); font-size: 0.85rem; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; width: 100%; margin-top: 1rem; }}
th, td {{ text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); }}
td {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
td.number {{ color: var(--muted); width: 2.5rem; white-space: nowrap; }}
del {{ color: var(--old); background: var(--old-ground); text-decoration: line-through; }}
ins {{ color: var(--new); background: var(--new-ground); text-decoration: underline; }}
mark {{ color: inherit; background: var(--old-ground); }}
.said {{ color: var(--muted); font-size: 0.85rem; margin-top: 0.3rem; white-space: normal; }}
@page {{ margin: 18mm 15mm; }}
@media print {{
  :root {{ --text: #000; --muted: #333; --line: #999; --page: #fff; --error: #000; --warning: #000; --info: #000;
    --old: #000; --new: #000; }}
  body {{ margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }}
  h2 {{ break-after: avoid; }} tr {{ break-inside: avoid; }} thead {{ display: table-header-group; }}
  del, ins {{ background: none; }} ins {{ font-weight: bold; }}
  mark {{ background: none; text-decoration: underline; font-weight: bold; }} }}
{style}</style></head>
<body>{body}
</body></html>
"""


def html_page(title: str, body: str, *, language: str, style: str = "") -> str:
    """Return a whole page.

    Args:
        title: Plain text.
        body: HTML; whoever makes it has escaped what came from files and people.
        language: Of the page's own words, "en" or "zh".
        style: Rules of this kind of page, after those of all.
    """
    return _PAGE.format(
        language="zh-CN" if language.startswith("zh") else "en",
        title=escape(title),
        fonts=", ".join((*(f'"{name}"' for name in FONTS), "sans-serif")),
        style=f"{style}\n" if style else "",
        body=body,
    )
