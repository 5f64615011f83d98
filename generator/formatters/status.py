"""How far a year is: tables for a terminal, and JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.formatters.text import display_width
from generator.rolling.carried import Carried
from generator.rolling.status import Count, Item, Tally, YearStatus

_KINDS = {"figure": "指标", "target": "目标", "project": "项目", "list": "项目清单"}
_STATES = {"owed": "待填", "pending": "待核"}
_HEAD = ("指标", "待填", "待核", "目标", "待填", "项目", "待核", "待改", "句")
_FIRST_WORDS = 24
Rows = list[tuple[str, ...]]


def format_status(status: YearStatus) -> str:
    """A summary, a table of parts, a table of departments, and what each department owes."""
    return "\n".join(_lines(status))


def _lines(status: YearStatus) -> Iterator[str]:
    whole = status.whole
    yield f"{status.year} 年：{_summary(whole)}"
    if status.settled:
        yield f"都齐了，可以定稿：qicao build {status.year} --final"
    yield ""
    yield from _table(("部分", *_HEAD), [(name, *_cells(tally)) for name, tally in status.parts])
    yield ""
    yield from _table(("部门", *_HEAD[:7]), [(name, *_cells(tally)[:7]) for name, tally in status.departments])
    for name, tally in status.departments:
        owed = [item for item in status.items if item.department == name]
        if owed:
            yield ""
            yield f"{name}（{_open(tally)}）"
            yield from (f"  {_item(item)}" for item in owed)
    if status.carried:
        yield ""
        yield f"沿用上年、还没有改的（{whole.marks} 处）"
        yield from (f"  {_passage(passage)}" for passage in status.carried)


def _passage(passage: Carried) -> str:
    more = f"（连后面共 {passage.sentences} 句）" if passage.sentences > 1 else ""
    words = passage.text if len(passage.text) <= _FIRST_WORDS else f"{passage.text[:_FIRST_WORDS]}……"
    return f"{passage.part} {words}{more}  {passage.source}"


def _summary(whole: Tally) -> str:
    figures, targets = whole.figures, whole.targets
    words = [f"指标 {figures.total} 个，已有 {figures.filled} 个，待填 {figures.owed} 个，待核 {figures.pending} 个"]
    words.append(f"目标 {targets.total} 个，已有 {targets.filled} 个，待填 {targets.owed} 个")
    words.append(f"项目和清单待核 {whole.projects.pending + whole.projects.owed} 个")
    words.append(f"沿用上年待改 {whole.marks} 处（{whole.sentences} 句）")
    return "；".join(words) + "。"


def _open(tally: Tally) -> str:
    counts = (tally.figures, tally.targets, tally.projects)
    owed, pending = sum(c.owed for c in counts), sum(c.pending for c in counts)
    return "，".join(f"{word} {count}" for word, count in (("待填", owed), ("待核", pending)) if count)


def _item(item: Item) -> str:
    unit = f"（{item.unit}）" if item.unit else ""
    aim = f"，目标 {item.aim}" if item.aim else ""
    return f"{_STATES[item.state]} {_KINDS[item.kind]} {item.name}{unit}{aim}  {item.source}"


def _cells(tally: Tally) -> tuple[str, ...]:
    figures, targets, projects = tally.figures, tally.targets, tally.projects
    numbers = (
        figures.total,
        figures.owed,
        figures.pending,
        targets.total,
        targets.owed,
        projects.total,
        projects.pending + projects.owed,
        tally.marks,
        tally.sentences,
    )
    return tuple(str(number) for number in numbers)


def _table(head: tuple[str, ...], rows: Rows) -> Iterator[str]:
    widths = [max(display_width(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        first = row[0] + " " * (widths[0] - display_width(row[0]))
        rest = (" " * (width - display_width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((first, *rest))


def status_json(status: YearStatus) -> str:
    """The ``status`` interface, as docs/下一年.md describes it."""
    value: dict[str, object] = {
        "year": status.year,
        "settled": status.settled,
        **_tally(status.whole),
        "parts": [{"part": name, **_tally(tally)} for name, tally in status.parts],
        "departments": [
            {"department": name, **_tally(tally, prose=False), "items": _items(status.items, name)}
            for name, tally in status.departments
        ],
    }
    value["carried"] = [
        {"part": one.part, "text": one.text, "sentences": one.sentences, "source": one.source} for one in status.carried
    ]
    return json.dumps(value, ensure_ascii=False, indent=2)


def _tally(tally: Tally, *, prose: bool = True) -> dict[str, object]:
    counts: dict[str, object] = {
        "figures": _count(tally.figures),
        "targets": _count(tally.targets),
        "projects": _count(tally.projects),
    }
    return {**counts, "prose": {"marks": tally.marks, "sentences": tally.sentences}} if prose else counts


def _count(count: Count) -> dict[str, int]:
    return {"total": count.total, "filled": count.filled, "owed": count.owed, "pending": count.pending}


def _items(items: Iterable[Item], department: str) -> list[dict[str, str]]:
    return [
        {
            "key": item.key,
            "kind": item.kind,
            "state": item.state,
            "name": item.name,
            "unit": item.unit,
            "aim": item.aim,
            "source": item.source,
        }
        for item in items
        if item.department == department
    ]
