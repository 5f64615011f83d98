"""The columns of a form, and the names under which its hidden sheet keeps what identifies it."""

from __future__ import annotations

from typing import Final

KEY, NAME, SCOPE, UNIT, LAST, AIM, VALUE, STATUS, PERSON, NOTE = range(1, 11)
"""Columns, counted from 1."""

HEADS: Final = {
    KEY: "键",
    NAME: "指标",
    SCOPE: "口径",
    UNIT: "单位",
    LAST: "上年数",
    AIM: "年初目标",
    VALUE: "今年数",
    STATUS: "状态",
    PERSON: "填报人",
    NOTE: "备注",
}
ANSWERS: Final = (VALUE, STATUS, PERSON, NOTE)
"""The columns that a department fills in."""

SHEET: Final = "数据填报"
META_SHEET: Final = "填报信息"
HEAD_ROW: Final = 4
FIRST_ROW: Final = HEAD_ROW + 1
STATUSES: Final = ("确认", "预计")

MARK: Final = "qicao-form"
FORMAT: Final = "1"
META_LABELS: Final = ("标记", "格式", "版本", "年份", "地名", "部门", "行数")
"""Column A of the hidden sheet, from row 1; column B holds the values."""
META_HEAD_ROW: Final = len(META_LABELS) + 2
META_HEADS: Final = ("键", "指标", "单位", "类型", "发出时的数", "发出时的状态")
MOST_ROWS: Final = 3000
"""Rows that are read of a sheet; the largest department answers for a few hundred figures."""
