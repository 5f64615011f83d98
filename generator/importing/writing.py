"""YAML for a new workspace: tidy, commented, one concern a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.importing.annexes import AnnexFound
from generator.importing.gathered import Candidate, Name, Number, Section
from generator.importing.gathering import Gatherer
from generator.importing.pairing import reporting_figures
from generator.importing.published import TitleBlock
from generator.importing.structure import Node, PartNode
from schemas.figure import Quantity
from schemas.number import number_text
from schemas.outline import AnnexKind, AnnexMarks, Marks, PartKind

_MODELINE = "# yaml-language-server: $schema={up}schemas/{name}.schema.json\n"
_PLAIN = re.compile(r"[\u4e00-\u9fff\u3007A-Za-z][\u4e00-\u9fff\u3007A-Za-z0-9·（）—、，。“”]*")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n", "True", "False", "Null", "Yes", "No"))


def scalar(text: str) -> str:
    """A text as a YAML scalar: plain where that is safe, in double quotes elsewhere."""
    if _PLAIN.fullmatch(text) and text not in _WORDS and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _comment(words: str) -> str:
    return f"  # —— {' '.join(words.split())[:40]} ——\n"


def _grouped(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Entries with a comment line wherever the head above them changes."""
    last = None
    for under, text in entries:
        if under != last:
            yield ("\n" if last is not None else "") + (_comment(under) if under else "")
        last = under
        yield text


def _quantity_lines(quantity: Quantity) -> Iterator[str]:
    value = quantity.value
    if value is not None:
        text = number_text(value)
        yield f"value: {text if _NUMBER.fullmatch(text) else json.dumps(text)}"
    if quantity.unit:
        yield f"unit: {scalar(quantity.unit)}"
    for name in ("style", "direction", "hedge", "rank_in", "compared_to"):
        if (words := getattr(quantity, name)) is not None:
            yield f"{name}: {scalar(str(words))}"
    if quantity.hedge_before_scale is not None:
        yield f"hedge_before_scale: {str(quantity.hedge_before_scale).lower()}"
    if quantity.ratio_sign != "∶":
        yield f"ratio_sign: {scalar(quantity.ratio_sign)}"
    if quantity.range_word != "—":
        yield f"range_word: {scalar(quantity.range_word)}"


def _number_entry(number: Number, reported_by: str) -> str:
    lines = list(_quantity_lines(number.quantity))
    if number.scope:
        lines.append(f"scope: {scalar(number.scope)}")
    if number.running:
        lines.append("running: true")
    if number.fixed:
        lines.append("fixed: true")
    if number.required:
        lines.append("required: true")
    if reported_by:
        lines.append(f"figure: {scalar(reported_by)}")
    return f"  {scalar(number.key)}:\n" + "".join(f"    {line}\n" for line in lines)


def figures_file(gathered: Gatherer) -> str:
    """``figures.yaml``."""
    entries = [(n.under, _number_entry(n, "")) for n in gathered.numbers if n.section is Section.FIGURES]
    head = "# 指标：从原稿读出的各数，按正文先后排列；名称是照上下文起的，可以改（正文里的 {名称} 一起改）。\n\n"
    body = "figures:\n" + "".join(_grouped(entries)) if entries else "figures: {}\n"
    return _MODELINE.format(up="../../", name="figures") + head + body + _derived(gathered)


def _derived(gathered: Gatherer) -> str:
    """Anniversaries of the plan year, which compute themselves."""
    entries = [n for n in gathered.numbers if n.section is Section.DERIVED and isinstance(n.quantity.value, Decimal)]
    if not entries:
        return ""
    lines = ["\n# 算出来的数：周年每年自动加一\n", "derived:\n"]
    for number in entries:
        founded = gathered.year - int(number.quantity.value) if isinstance(number.quantity.value, Decimal) else 0
        lines.append(f"  {scalar(number.key)}:\n    years_since: {founded}\n    unit: 周年\n")
    return "".join(lines)


def targets_file(gathered: Gatherer) -> str:
    """``targets.yaml``; each target says which figure will report on it."""
    reporting = reporting_figures(gathered.numbers, gathered.names.taken)
    entries = [
        (n.under, _number_entry(n, reporting.get(n.key, ""))) for n in gathered.numbers if n.section is Section.TARGETS
    ]
    head = "# 今年的目标。figure 是明年汇报完成情况时用的指标；required 是主要预期目标。\n\n"
    body = "targets:\n" + "".join(_grouped(entries)) if entries else "targets: {}\n"
    return _MODELINE.format(up="../../", name="targets") + head + body


def terms_file(gathered: Gatherer) -> str:
    """``terms.yaml``."""
    names = (*gathered.terms.values(), *gathered.glossary)
    entries = [(name.under, _term_entry(name)) for name in names]
    head = "# 提法、专名、带数字的名称：一处登记，处处一样。\n\n"
    body = "terms:\n" + "".join(_grouped(entries)) if entries else "terms: {}\n"
    return _MODELINE.format(up="../../", name="terms") + head + body


def _term_entry(name: Name) -> str:
    lines = [f"    text: {scalar(name.text)}\n"] if name.text != name.key else []
    if name.full:
        rows = {"full": name.full, "entry": name.entry}
        lines += [f"    {field}: {scalar(words)}\n" for field, words in rows.items() if words]
        lines.append("    glossary: true\n")
    return f"  {scalar(name.key)}:\n" + "".join(lines)


def projects_file(gathered: Gatherer) -> str:
    """``projects.yaml``: the projects that sentences list by name."""
    head = "# 项目：一处登记，处处一样。这里只有原稿成串点名的；别处提到的请补在这里，句子里写 {名称}。\n\n"
    entries = [(found.under, _project_entry(text, found)) for text, found in gathered.projects.items()]
    body = "projects:\n" + "".join(_grouped(entries)) if entries else "projects: {}\n"
    return _MODELINE.format(up="../../", name="projects") + head + body


def _project_entry(text: str, found: Candidate) -> str:
    lines = [f"    name: {scalar(text)}\n"] if text != found.name else []
    if found.stage is not None:
        lines.append(f"    stage: {found.stage.value}\n")
    if found.plan:
        lines.append(f"    plan: {scalar(found.plan)}\n")
    return f"  {scalar(found.name)}:" + ("\n" + "".join(lines) if lines else " {}\n")


def report_file(year: int, place: str, front: TitleBlock, units: Iterable[str], annexes: str) -> str:
    """``report.yaml``; ``annexes`` as :func:`annexes_text` writes them."""
    lines = ["# 这是谁的、哪一年的报告\n", "\n", f"year: {year}\n", f"place: {scalar(place)}\n"]
    if front.title and front.title != "政府工作报告":
        lines.append(f"title: {scalar(front.title)}  # 照原稿\n")
    date = _date(front.date, year)
    rows = [("mark", front.mark), ("session", front.session), ("date", date), ("speaker", front.speaker)]
    if any(words for _, words in rows):
        lines.append("\n# 标题下的几行\nfront:\n")
        lines += [f"  {name}: {scalar(words)}\n" for name, words in rows if words]
    if units := tuple(units):
        lines.append("\n# 单位表里没有、原稿用到的单位\nunits:\n")
        lines += [f"  - {scalar(unit)}\n" for unit in units]
    lines.append(annexes)
    return _MODELINE.format(up="../../", name="report") + "".join(lines)


def table_lines(rows: Sequence[str], pad: str, gathered: Gatherer) -> Iterator[str]:
    """A table, its first row as the header; rows with fewer cells are filled up."""
    cells = [row.split("\t") for row in rows]
    width = max(map(len, cells))
    lines = [f"[{', '.join(_cells(row + [''] * (width - len(row)), gathered))}]" for row in cells]
    yield f"{pad}header: {lines[0]}\n"
    yield f"{pad}rows:\n" if lines[1:] else f"{pad}rows: []\n"
    yield from (f"{pad}  - {line}\n" for line in lines[1:])


def _cells(row: list[str], gathered: Gatherer) -> Iterator[str]:
    """The cells of a row; its numbers are about what stands in the first of them that holds words."""
    subject = next((cell for cell in row if re.search("[\u4e00-\u9fff]{2}", cell) and not re.search("[0-9]", cell)), "")
    for column, cell in enumerate(row):
        serial = column == 0 and cell.isdigit()
        text = gathered.serial(cell) if serial else gathered.one_line(cell, subject)
        yield json.dumps(text, ensure_ascii=False)


def annexes_text(annexes: Iterable[AnnexFound], gathered: Gatherer) -> str:
    """The annexes in ``report.yaml``; their numbers are gathered on the way, and the terms that they explain."""
    gathered.part = PartNode(kind=PartKind.OTHER, annex=True)
    lines = [line for annex in annexes for line in _annex_lines(annex, gathered)]
    return "".join(["\n# 附件\nannexes:\n", *lines]) if lines else ""


def _annex_lines(annex: AnnexFound, gathered: Gatherer) -> Iterator[str]:
    gathered.under = annex.title
    yield f"  - kind: {annex.kind.value}\n"
    yield f"    title: {scalar(gathered.one_line(annex.title))}\n"
    if not annex.labelled:
        yield "    labelled: false\n"
    usual = AnnexMarks.CHINESE if annex.kind is AnnexKind.LIVELIHOOD else AnnexMarks.NONE
    if annex.marks is not usual:
        yield f"    marks: {scalar(annex.marks.value)}\n"
    if annex.intro:
        yield f"    intro: {scalar(gathered.one_line(annex.intro))}\n"
    if annex.items:
        yield "    items:\n"
        yield from (f"      - {scalar(gathered.one_line(item))}\n" for item in annex.items)
    if annex.rows:
        yield "    table:\n"
        yield from table_lines(annex.rows, "      ", gathered)
    for entry in annex.entries:
        gathered.explain(entry)


def _date(date: str, year: int) -> str:
    return date.replace(f"{year}年", "{本年}", 1).replace(f"{year - 1}年", "{上年}", 1)


@dataclass(slots=True)
class PartWriter:
    """One file under ``outline/``; numbers and terms are gathered as the prose is written."""

    gathered: Gatherer

    def text(self, part: PartNode) -> str:
        """The YAML of a part."""
        self.gathered.part = part
        self.gathered.under = part.head or part.kind.value
        lines = [f"# {' '.join((part.head or part.kind.value).split())}\n", "\n", f"part: {part.kind.value}\n"]
        if part.head:
            lines.append(f"heading: {scalar(self.gathered.prose(part.head))}\n")
            if not part.numbered:
                lines.append("numbered: false\n")
        if part.salutation:
            lines.append(f"salutation: {scalar(self.gathered.prose(part.salutation))}\n")
        if part.marks is not Marks.NONE:
            lines.append(f"marks: {scalar(part.marks.value)}\n")
        body = "".join(f"\n{self._node(node, 1)}" for node in part.nodes)
        lines.append(f"\nsections:\n{body}" if body else "\nsections: []\n")
        return _MODELINE.format(up="../../../", name="part") + "".join(lines)

    def _node(self, node: Node, depth: int) -> str:
        if node.head:
            self.gathered.under = node.head.rstrip("：；")
        pad = "  " * (2 * depth)
        rows = list(self._rows(node, depth))
        first = "  " * (2 * depth - 1) + "- "
        return "".join((first if number == 0 else pad) + row for number, row in enumerate(rows))

    def _rows(self, node: Node, depth: int) -> Iterator[str]:
        """The fields of a section; text blocks carry their own indentation."""
        text = list(node.text)
        if node.head:
            yield f"head: {scalar(self.gathered.prose(node.head).replace(chr(10), ''))}\n"
            if node.alone:
                yield "alone: true\n"
        if text:
            pad = "  " * (2 * depth + 1)
            paragraphs = ["".join(f"{pad}{line}\n" for line in self.gathered.prose(p).split("\n")) for p in text]
            yield "text: |\n" + "\n".join(paragraphs)
        if node.marks is not Marks.NONE:
            yield f"marks: {scalar(node.marks.value)}\n"
        if node.nodes:
            yield "sections:\n" + "".join(self._node(child, depth + 1) for child in node.nodes)
        if node.rows:
            yield "table:\n" + "".join(table_lines(node.rows, "  " * (2 * depth + 1), self.gathered))
        if not node.head and not text and not node.nodes and not node.rows:
            yield 'text: ""\n'
