"""The column beside the text: how many findings, which to show, and what each says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.checking.pages import GROUP_NAMES
from generator.checking.workers import Unreadable
from generator.diagnostics import Diagnostic, Severity
from generator.formatters.checks_html.noting import Note, NotedDraft
from generator.formatters.checks_text import coverage_lines
from generator.formatters.text import SEVERITY_WORDS, summary
from generator.writers.html.markup import element, escape

_STATES = (
    ("tied", "与数据一致"),
    ("differs", "与数据不符"),
    ("no-source", "没有来源"),
    ("stale", "旧稿残留"),
    ("loose", "改动太大未核对"),
    ("waived", "已豁免"),
    ("not-data", "数据之外的数"),
)
_WAIVED = "waived"


def head_of(drafts: Sequence[NotedDraft]) -> str:
    """Each draft with its counts and what was checked, and what the colours mean."""
    blocks = [element("div", _draft_head(draft), class_="draft") for draft in drafts]
    legend = "".join(element("span", name, class_=f"fig {state}") + " " for state, name in _STATES)
    keys = "按 j、k 到下一处、上一处，回车在文字和说明之间来回，Esc 取消"
    return "".join(
        f"{b}\n" for b in [*blocks, element("p", legend, class_="legend"), element("p", keys, class_="keys")]
    )


def _draft_head(draft: NotedDraft) -> str:
    found = [note.diagnostic for note in draft.notes if note.waived is None]
    name = element("a", escape(draft.checked.draft.name), href=f"#d{draft.number}")
    waived = f"已豁免 {len(draft.checked.waived)} 处。" if draft.checked.waived else ""
    told = [f"{summary(found) if found else '没有发现问题。'}{waived}"]
    told += [f"说明：{note}" for note in draft.checked.draft.notes]
    lines = "".join(element("p", escape(line)) for line in told)
    more = "".join(element("p", escape(line)) for line in coverage_lines(draft.checked))
    return f"{element('h2', name)}{lines}{element('details', element('summary', '核对范围') + more)}"


def unreadable_of(unreadable: Sequence[Unreadable]) -> str:
    """The drafts that could not be checked."""
    lines = [f"{draft.draft}：{d.message}。{d.hint}" for draft in unreadable for d in draft.diagnostics]
    return "".join(element("p", escape(line), class_="unreadable") + "\n" for line in lines)


def filters_of(notes: Sequence[Note]) -> str:
    """Boxes to tick for severities, groups and departments; only what there is."""
    if not notes:
        return ""
    severities = {s.value: word for s, word in SEVERITY_WORDS.items()} | {_WAIVED: "已豁免"}
    counts = Counter(_severity(note) for note in notes)
    boxes = [_boxes("severity", "程度", ((s, word, counts[s]) for s, word in severities.items() if counts[s]))]
    groups = Counter(note.group for note in notes)
    boxes.append(_boxes("group", "种类", ((g.value, GROUP_NAMES[g], groups[g]) for g in GROUP_NAMES if groups[g])))
    departments = Counter(note.department for note in notes)
    if len(departments) > 1 or "" not in departments:
        named = sorted(departments, key=lambda name: (name == "", name))
        boxes.append(_boxes("department", "部门", ((d, d or "不涉及数据", departments[d]) for d in named)))
    shown = element("p", f"显示 {len(notes)} 处，共 {len(notes)} 处", class_="shown", role="status")
    return element("form", "\n" + "".join(boxes) + shown, class_="filters", aria_label="筛选") + "\n"


def _boxes(name: str, title: str, choices: Iterable[tuple[str, str, int]]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" checked name="{name}" value="{escape(value)}"> {escape(word)} {count}</label>\n'
        for value, word, count in choices
    )
    return element("fieldset", f"{element('legend', title)}\n{boxes}") + "\n"


def findings_of(drafts: Sequence[NotedDraft]) -> str:
    """What was found, draft after draft."""
    return "".join(_findings(draft, named=len(drafts) > 1) for draft in drafts)


def _findings(draft: NotedDraft, *, named: bool) -> str:
    if not draft.notes:
        return ""
    head = element("h2", escape(draft.checked.draft.name)) + "\n" if named else ""
    return head + element("ol", "\n" + "".join(map(_finding, draft.notes)), start=str(draft.notes[0].number)) + "\n"


def _finding(note: Note) -> str:
    d = note.diagnostic
    place = (d.aside.where if d.aside is not None else f"第{d.span.paragraph}段") if d.span is not None else d.source
    link = element("a", escape(place), href=f"#m{note.number}", class_="place") if d.span is not None else escape(place)
    word = element("b", f"{note.number} {SEVERITY_WORDS[d.severity]}", class_="word")
    code = element("code", d.code, title=f"{note.group_name}：qicao rules {d.code}")
    lines = [element("p", f"{word} {code} {link}", class_="where"), element("p", escape(d.message), class_="message")]
    lines += [element("p", escape(fact), class_="fact") for fact in _facts(note, d)]
    return (
        element(
            "li",
            "".join(lines),
            id=f"n{note.number}",
            class_="let-stand" if note.waived is not None else note.diagnostic.severity.value,
            tabindex="0",
            data_n=str(note.number),
            data_severity=_severity(note),
            data_group=note.group.value,
            data_department=note.department,
        )
        + "\n"
    )


def _facts(note: Note, d: Diagnostic) -> Iterable[str]:
    if d.expected and f"“{d.expected}”" not in d.message:
        yield f"应为“{d.expected}”"
    if d.fix is not None and d.fix.replacement != d.expected:
        yield f"可改为“{d.fix.replacement}”" if d.fix.replacement else "可删去"
    if d.figure or (d.source and d.span is not None):
        yield "数据：" + "，".join(filter(None, (d.figure, d.source, note.department)))
    for span in d.related:
        yield f"另见第{span.paragraph}段：{span.text}"
    if note.waived is not None:
        yield "已豁免：" + "，".join(filter(None, (note.waived.reason, note.waived.who, note.waived.source)))


def _severity(note: Note) -> str:
    return _WAIVED if note.waived is not None else Severity(note.diagnostic.severity).value
