"""The peers' templates, made from the report that qicao renders: same text, paragraphs, styles and variables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from benchmarks.peers.yaml_data import printed
from generator.building import document_of
from generator.document import Block, Facet, FigureRun, Front, Heading, Paragraph, ParagraphRole, Run, Runs
from generator.workspace import Workspace

STYLES = {"title": "Title", "heading": "Heading1", "salutation": "Salutation", "body": "ReportBody"}
RUN_IN_STYLES = ("", "RunInHead1", "RunInHead2", "RunInHead3")
REFERENCE = "layouts/gbt9704.docx"


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one character style: ``level`` of a run-in head, 0 for the rest."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class TemplateParagraph:
    """A paragraph of a template; ``style`` is a key of :data:`STYLES`."""

    style: str
    spans: tuple[Span, ...]


Variable = Callable[[str, int | None], str]


def jinja_variable(key: str, index: int | None) -> str:
    """``{{ f['key'] }}``: one nested name, since a flat context of thousands of names is slow."""
    return f"{{{{ f['{key}']{'' if index is None else f'[{index}]'} }}}}"


def brace_variable(key: str, index: int | None) -> str:
    """``{key}``, or ``{key#2}`` for an item of a list."""
    return f"{{{key}{'' if index is None else f'#{index}'}}}"


def write_peer_inputs(folder: Path, year: int) -> None:
    """Everything that the peers read besides the YAML, under ``folder/peers``."""
    workspace = Workspace(folder)
    blocks = document_of(workspace, year).document.blocks
    facts = printed(folder / "drafts" / str(year))
    inputs = folder / "peers"
    inputs.mkdir()
    reference = workspace.read_template(REFERENCE)
    assert reference is not None
    (inputs / "reference.docx").write_bytes(reference)
    paragraphs = template_paragraphs(blocks, facts, jinja_variable)
    _write_word(paragraphs, inputs, "report.docx")
    _write_word(_loop(), inputs, "loop.docx")
    (inputs / "report.md.jinja").write_text(_markdown(paragraphs, _style_names(inputs)), encoding="utf-8")
    listed = [
        {"style": p.style, "spans": [{"level": s.level, "text": s.text} for s in p.spans]}
        for p in template_paragraphs(blocks, facts, brace_variable)
    ]
    text = yaml.dump(listed, Dumper=yaml.CSafeDumper, allow_unicode=True, width=1_000_000)
    (inputs / "paragraphs.yaml").write_text(text, encoding="utf-8")


def template_paragraphs(
    blocks: tuple[Block, ...], facts: dict[str, Any], variable: Variable
) -> tuple[TemplateParagraph, ...]:
    """The report's paragraphs with a variable wherever the peers' data prints the same characters."""
    return tuple(TemplateParagraph(_style(block), _spans(_runs(block), facts, variable)) for block in blocks)


def _style(block: Block) -> str:
    match block:
        case Front():
            return "title"
        case Heading():
            return "heading"
        case Paragraph(role=ParagraphRole.SALUTATION):
            return "salutation"
        case _:
            return "body"


def _runs(block: Block) -> Runs:
    if isinstance(block, Front | Heading | Paragraph):
        return block.runs
    raise NotImplementedError("the 2024 report has no tables and no annexes")


def _spans(runs: Runs, facts: dict[str, Any], variable: Variable) -> tuple[Span, ...]:
    spans: list[Span] = []
    for run in runs:
        text = _with_variable(run, facts, variable)
        if spans and spans[-1].level == run.level:
            spans[-1] = Span(run.level, spans[-1].text + text)
        else:
            spans.append(Span(run.level, text))
    return tuple(spans)


def _with_variable(run: Run, facts: dict[str, Any], variable: Variable) -> str:
    if not isinstance(run, FigureRun) or run.facet is not Facet.VALUE:
        return run.text
    fact = facts.get(run.key)
    if isinstance(fact, list):
        return variable(run.key, fact.index(run.text)) if run.text in fact else run.text
    shown = "" if fact is None else str(fact)
    return run.text.replace(shown, variable(run.key, None), 1) if shown else run.text


def _loop() -> tuple[TemplateParagraph, ...]:
    """The template of the looping peer: a choice of paragraph styles, and in each a choice of character styles."""
    spans = [Span(0, "{%r for s in p.spans %}")]
    for level in (1, 2, 3):
        spans += [Span(0, f"{{%r {'if' if level == 1 else 'elif'} s.level == {level} %}}"), Span(level, "{{ s.text }}")]
    spans += [Span(0, tag) for tag in ("{%r else %}", "{{ s.text }}", "{%r endif %}", "{%r endfor %}")]
    paragraphs = [_tag("{%p for p in paragraphs %}")]
    for number, style in enumerate(STYLES):
        paragraphs.append(_tag(f"{{%p {'elif' if number else 'if'} p.style == '{style}' %}}"))
        paragraphs.append(TemplateParagraph(style, tuple(spans)))
    return (*paragraphs, _tag("{%p endif %}"), _tag("{%p endfor %}"))


def _tag(text: str) -> TemplateParagraph:
    return TemplateParagraph("body", (Span(0, text),))


def _write_word(paragraphs: tuple[TemplateParagraph, ...], inputs: Path, name: str) -> None:
    package = docx.Document(str(inputs / "reference.docx"))
    section = package.element.body.sectPr
    for paragraph in paragraphs:
        section.addprevious(_word_paragraph(paragraph))
    package.save(str(inputs / name))


def _word_paragraph(paragraph: TemplateParagraph) -> Any:
    element = _styled("w:p", "w:pPr", "w:pStyle", STYLES[paragraph.style])
    for span in paragraph.spans:
        run = _styled("w:r", "w:rPr", "w:rStyle", RUN_IN_STYLES[span.level])
        text = OxmlElement("w:t")
        text.text = span.text
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        element.append(run)
    return element


def _styled(tag: str, properties_tag: str, style_tag: str, style: str) -> Any:
    element = OxmlElement(tag)
    if style:
        properties = OxmlElement(properties_tag)
        chosen = OxmlElement(style_tag)
        chosen.set(qn("w:val"), style)
        properties.append(chosen)
        element.append(properties)
    return element


def _style_names(inputs: Path) -> dict[str, str]:
    """Style ids to names: pandoc goes by names."""
    styles = docx.Document(str(inputs / "reference.docx")).styles.element
    return {style.styleId: style.name_val for style in styles.style_lst}


def _markdown(paragraphs: tuple[TemplateParagraph, ...], names: dict[str, str]) -> str:
    return "\n\n".join(_markdown_paragraph(paragraph, names) for paragraph in paragraphs) + "\n"


def _markdown_paragraph(paragraph: TemplateParagraph, names: dict[str, str]) -> str:
    text = "".join(
        f'[{span.text}]{{custom-style="{names[RUN_IN_STYLES[span.level]]}"}}' if span.level else span.text
        for span in paragraph.spans
    )
    if paragraph.style == "heading":
        return f"# {text}"
    if paragraph.style == "body":
        return text
    return f'::: {{custom-style="{names[STYLES[paragraph.style]]}"}}\n{text}\n:::'
