"""A trace as lines for a terminal."""

from __future__ import annotations

from generator.document import Kind
from generator.formatters.text import display_width
from generator.tracing import Trace

_KINDS = {Kind.FIGURE: "指标", Kind.TARGET: "目标", Kind.PROJECT: "项目", Kind.TERM: "专名", Kind.DERIVED: "推算"}


def format_trace(found: Trace) -> str:
    """One line a figure (paragraph:start-end, text, kind, key, source), then the count of numerals."""
    lines = [
        f"{_padded(f'{f.span.paragraph}:{f.span.start}-{f.span.end}', 12)}{_padded(f.span.text, 28)}"
        f"{_KINDS[f.kind]}  {_padded(f.key, 32)}{f.source}"
        for f in found.figures
    ]
    traced = found.numerals - len(found.untraced)
    total = f"共 {len(found.figures)} 处数据；{found.numerals} 个阿拉伯数字，"
    lines.append(total + f"{traced} 个有来源，{len(found.untraced)} 个没有来源。")
    lines.extend(f"没有来源：第 {s.paragraph} 段第 {s.start + 1} 字起“{s.text}”" for s in found.untraced)
    return "\n".join(lines)


def _padded(text: str, width: int) -> str:
    return text + " " * max(1, width - display_width(text))
