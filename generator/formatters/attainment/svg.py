"""The chart of targets and results: bars of completion, distances of rates, and what cannot be drawn as a list.

Reached and missed differ by fill and hatching and are named in words, so that the chart reads in black and white.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from generator.attainment.indicators import Attainment, Indicator
from generator.attainment.judging import Outcome
from generator.attainment.table import completion_text, row_of, summary_of, title_of
from generator.facts.saying import is_rate
from generator.formatters.text import display_width

_LEAST_WIDTH = 1080
_HALF = 8
"""How wide a Latin letter is at most; a Chinese one is twice as wide."""
_LINE = 27
_BAR = 15
_LABELS = 300
_LEFT = 316
_PLOT = 400
_WORDS = _LEFT + _PLOT + 16
_LONGEST_NAME = 20
_LEAST_MOST = Decimal(125)
_MOST_MOST = Decimal(200)
_MOST_POINTS = Decimal(5)
"""Longer bars are cut and end in »."""
_FONT = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif"
_REACHED, _MISSED, _MISSED_WORD, _GREY, _INK = "#1b6b57", "#d2691e", "#a6480c", "#5f5f5f", "#222222"
_DEFINITIONS = (
    '<defs><pattern id="missed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="7" height="7" fill="#fbe3cf"/><rect width="3.2" height="7" fill="{_MISSED}"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class _Panel:
    """Lines of the drawing and how tall they are."""

    lines: tuple[str, ...]
    height: int


def attainment_svg(table: Attainment, *, titled: bool = True) -> str:
    """The whole drawing; it needs nothing from elsewhere.  ``titled`` is False where a page says the title itself."""
    drawn = [one for one in table.indicators if one.verdict.completion is not None]
    rates = [
        one for one in table.indicators if one.verdict.completion is None and one.verdict.gap is not None and _rate(one)
    ]
    rest = [one for one in table.indicators if one not in drawn and one not in rates]
    lines: list[str] = []
    top = 118 if titled else 58
    for panel in (_rates(rates), _amounts(drawn), _listed(rest, table.begun)):
        if panel.height:
            lines.append(f'<g transform="translate(0 {top})">{"".join(panel.lines)}</g>')
            top += panel.height + 26
    width = _width([*rates, *drawn])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top}" width="{width}" height="{top}" '
        f'role="img" aria-labelledby="what how" font-family="{_FONT}" font-size="14" fill="{_INK}">'
        f'<title id="what">{escape(title_of(table))}</title><desc id="how">{escape(summary_of(table))}</desc>'
        f'{_DEFINITIONS}<rect width="{width}" height="{top}" fill="#ffffff"/>'
        f"{_head(table, width if titled else 0)}{''.join(lines)}</svg>\n"
    )


def _width(indicators: Sequence[Indicator]) -> int:
    """Wide enough for the words behind every bar."""
    return max([_LEAST_WIDTH, *(_WORDS + display_width(_said(one)) * _HALF + 16 for one in indicators)])


def _rate(indicator: Indicator) -> bool:
    return is_rate(indicator.target)


def _head(table: Attainment, width: int) -> str:
    """Legend and, where there is a width, title and summary."""
    y = 80 if width else 20
    legend = (
        f'<rect x="{_LEFT}" y="{y}" width="30" height="{_BAR}" fill="{_REACHED}"/>{_text(_LEFT + 38, y + 12, "达成")}'
        f'<rect x="{_LEFT + 100}" y="{y}" width="30" height="{_BAR}" fill="url(#missed)" stroke="{_MISSED}"/>'
        f"{_text(_LEFT + 138, y + 12, '未达成')}"
    )
    title = _text(width / 2, 36, title_of(table), 'text-anchor="middle" font-size="22" font-weight="bold"')
    summary = _text(width / 2, 63, summary_of(table), f'text-anchor="middle" fill="{_GREY}"')
    return (title + summary if width else "") + (legend if table.begun else "")


def _amounts(indicators: Sequence[Indicator]) -> _Panel:
    """Bars from 0 to the completion in percent, with a line where the target is."""
    if not indicators:
        return _Panel((), 0)
    values = [one.verdict.completion or Decimal(0) for one in indicators]
    most = min(_MOST_MOST, max(_LEAST_MOST, *(value + 5 for value in values)))
    lines = [_panel_title("总量指标：完成率")]
    for number, (one, value) in enumerate(zip(indicators, values, strict=True)):
        y = 20 + number * _LINE
        cut = value > most
        width = max(2.0, float(max(Decimal(0), min(value, most)) / most) * _PLOT)
        lines.append(_label(one, y) + _bar(_LEFT, y, width, one))
        lines.append(_words(one, y))
        if cut:
            lines.append(_cut_mark(_LEFT + width - 18, y, "»"))
    height = 20 + len(indicators) * _LINE
    lines.append(_mark(_LEFT + _PLOT * float(100 / most), 14, height, "目标 100%"))
    return _Panel(tuple(lines), height)


def _rates(indicators: Sequence[Indicator]) -> _Panel:
    """Bars to both sides of the target, in points."""
    if not indicators:
        return _Panel((), 0)
    gaps = [one.verdict.gap or Decimal(0) for one in indicators]
    most = min(_MOST_POINTS, max(Decimal(1), *(abs(gap) for gap in gaps)))
    middle = _LEFT + _PLOT / 2
    lines = [_panel_title("增速、比重：与目标相差几个百分点")]
    for number, (one, gap) in enumerate(zip(indicators, gaps, strict=True)):
        y = 20 + number * _LINE
        width = max(2.0, float(min(abs(gap), most) / most) * (_PLOT / 2 - 4))
        left = middle if gap >= 0 else middle - width
        lines.append(_label(one, y) + _bar(left, y, width, one) + _words(one, y))
        if abs(gap) > most:
            lines.append(_cut_mark(left + width - 18 if gap > 0 else left + 6, y, "»" if gap > 0 else "«"))
    height = 20 + len(indicators) * _LINE
    lines.append(_mark(middle, 14, height, "目标"))
    return _Panel(tuple(lines), height)


def _listed(indicators: Sequence[Indicator], begun: bool) -> _Panel:
    """Targets without a bar: ranks, ceilings, words, and results that are still owed."""
    if not indicators:
        return _Panel((), 0)
    lines = [_panel_title("其他：不画条形、结果还没有或要人工判断的" if begun else "目标和上年的数")]
    for number, one in enumerate(indicators):
        y = 20 + number * _LINE
        row = row_of(one)
        said = f"目标 {_cut(row.target, 12 if row.result or row.last else 26)}"
        if row.result:
            said += f"，完成 {_cut(row.result, 12)}"
        elif row.last:
            said += f"，上年 {_cut(row.last, 12)}"
        lines.append(_label(one, y) + _text(_LEFT, y + 12, said) + _verdict(one, y, row.verdict if begun else ""))
    return _Panel(tuple(lines), 20 + len(indicators) * _LINE)


def _panel_title(text: str) -> str:
    return _text(_LABELS, 2, text, 'text-anchor="end" font-weight="bold"')


def _label(indicator: Indicator, y: float) -> str:
    weight = ' font-weight="bold"' if indicator.required else ""
    name = escape(indicator.name)
    cut = escape(_cut(indicator.name, _LONGEST_NAME))
    return f'<text x="{_LABELS}" y="{y + 12}" text-anchor="end"{weight}>{cut}<title>{name}</title></text>'


def _bar(x: float, y: float, width: float, indicator: Indicator) -> str:
    reached = indicator.verdict.outcome is Outcome.REACHED
    look = f'fill="{_REACHED}"' if reached else f'fill="url(#missed)" stroke="{_MISSED}"'
    return f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_BAR}" {look}/>'


def _said(indicator: Indicator) -> str:
    row = row_of(indicator)
    return f"{completion_text(indicator)}（{_cut(row.result, 20)}／目标{_cut(row.target, 20)}）"


def _words(indicator: Indicator, y: float) -> str:
    return _text(_WORDS, y + 12, _said(indicator))


def _verdict(indicator: Indicator, y: float, words: str) -> str:
    colours = {Outcome.REACHED: _REACHED, Outcome.MISSED: _MISSED_WORD}
    colour = colours.get(indicator.verdict.outcome, _GREY)
    return _text(_WORDS, y + 12, _cut(words, 24), f'fill="{colour}" font-weight="bold"')


def _cut_mark(x: float, y: float, sign: str) -> str:
    halo = 'stroke="#ffffff" stroke-width="4" paint-order="stroke"'
    return _text(x, y + 12, sign, f'fill="{_INK}" {halo} font-weight="bold"')


def _mark(x: float, top: float, bottom: float, words: str) -> str:
    line = f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="{_INK}" stroke-dasharray="5 3"/>'
    return line + _text(x, top - 4, words, 'text-anchor="middle" font-size="12"')


def _text(x: float, y: float, text: str, look: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}"{f" {look}" if look else ""}>{escape(text)}</text>'


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
