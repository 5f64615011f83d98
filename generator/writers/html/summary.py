"""What stands above the report on a screen: how many data it holds, what is still owed, and how to read the marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.document import Document, Facet, FigureRun, Kind, Role, paragraphs_of
from generator.writers.html.markup import element, escape

KIND_NAMES = {
    Kind.FIGURE: "指标",
    Kind.TARGET: "目标",
    Kind.PROJECT: "项目",
    Kind.TERM: "提法",
    Kind.DERIVED: "算出的数",
}
"""What each kind of datum is called on the page."""


@dataclass(slots=True)
class Owed:
    """Values that are missing or to be confirmed, each once, and which of them the page has already shown."""

    runs: dict[str, FigureRun] = field(default_factory=dict)
    _shown: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, document: Document) -> Owed:
        """The owed values of a document by key, in the order of the text."""
        owed = cls()
        for run in _data_of(document):
            if run.role in (Role.PLACEHOLDER, Role.PENDING):
                owed.runs.setdefault(run.key, run)
        return owed

    def anchor(self, run: FigureRun) -> str:
        """The id of the element of a run: the first place of an owed value has one, all others none."""
        if run.role not in (Role.PLACEHOLDER, Role.PENDING) or run.key not in self.runs or run.key in self._shown:
            return ""
        self._shown.add(run.key)
        return self.name(run.key)

    def name(self, key: str) -> str:
        """The id under which the first place of an owed value is found."""
        return f"owed-{list(self.runs).index(key) + 1}"


def summary_of(document: Document, owed: Owed) -> str:
    """The summary, left out in print."""
    lines = [element("p", _counts(document)), element("p", _legend(), class_="legend")]
    if owed.runs:
        lines.append(_owed_list(owed))
    content = "".join(f"{line}\n" for line in lines)
    return element("aside", f"\n{content}", class_="summary", aria_label="数据情况") + "\n"


def _data_of(document: Document) -> Iterator[FigureRun]:
    for runs in paragraphs_of(document, front=True):
        yield from (run for run in runs if isinstance(run, FigureRun) and run.facet is Facet.VALUE and run.text)


def _counts(document: Document) -> str:
    runs = list(_data_of(document))
    kinds = Counter(kind for _, kind in {(run.key, run.kind) for run in runs})
    sorts = "、".join(f"{name} {kinds[kind]}" for kind, name in KIND_NAMES.items() if kinds[kind])
    text = f"全文引用数据 <b>{len(runs)}</b> 处" + (f"，出自 <b>{kinds.total()}</b> 项数据（{sorts}）" if sorts else "")
    roles = Counter({run.key: run.role for run in runs if run.role in (Role.PLACEHOLDER, Role.PENDING)}.values())
    missing, pending = roles[Role.PLACEHOLDER], roles[Role.PENDING]
    if not missing and not pending:
        return f"{text}，没有待填、待核的数。"
    return f"{text}；待填 <b>{missing}</b> 个，待核 <b>{pending}</b> 个。"


def _legend() -> str:
    figure = element("span", "虚线", class_="sample")
    missing = element("mark", "【待填】", class_="placeholder")
    pending = element("mark", "黄底", class_="pending")
    return (
        f"带{figure}的字来自数据：鼠标移上去，或按 Tab 键移到，就显示名称、类别和来源（文件:行）。"
        f"{missing}是还没有的数，{pending}加实线是待核的数。"
    )


def _owed_list(owed: Owed) -> str:
    items = "".join(_owed_item(key, run, owed.name(key)) for key, run in owed.runs.items())
    return element("details", f"{element('summary', '待填、待核的数')}\n{element('ol', chr(10) + items)}\n")


def _owed_item(key: str, run: FigureRun, anchor: str) -> str:
    link = element("a", escape(run.text), href=f"#{anchor}")
    return element("li", f"{link}　{escape(key)}　{escape(run.source)}") + "\n"
