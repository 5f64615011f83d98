"""A small report of a place that there is not, and what may happen to its text."""

from __future__ import annotations

from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": (
        "figures:\n"
        "  地区生产总值: {value: 5.1, unit: '%', direction: 增长, department: 统计局}\n"
        "  减税: {value: 127.4, unit: 亿元, department: 税务局}\n"
        "  水库: {value: 12, unit: 座}\n"
    ),
    "outline/1.yaml": (
        "part: 回顾\nheading: '{上年}工作回顾'\nsections:\n  - text: |\n"
        "      过去一年，地区生产总值{地区生产总值}，运行平稳。\n\n"
        "      落实惠企政策，减税{减税}，企业得到实惠。除险加固水库{水库}，灌区群众用水更有保障。\n"
    ),
}
TEXT = (
    "一、2023年工作回顾\n"
    "过去一年，地区生产总值增长5.1%，运行平稳。\n"
    "落实惠企政策，减税127.4亿元，企业得到实惠。除险加固水库12座，灌区群众用水更有保障。\n"
)
"""What it prints."""

DAMAGED = TEXT.replace("5.1%", "5.4%").replace("一年，", "一年,").replace("除险加固水库12座，", "")
"""A half-width comma and a wrong figure (paragraph 2), and a lost figure (paragraph 3)."""
