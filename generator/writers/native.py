"""The native form: a Document as JSON, the golden format of tests and the record of what was generated.

Version 1.  A plain body run is a bare string; every other run and block is an object, and fields that hold their
default are left out.  ``generator.readers.native`` reads it back without loss.
"""

from __future__ import annotations

import json
from typing import Final, TypeAlias, assert_never

from generator.document import (
    AnnexHeading,
    Block,
    Document,
    Facet,
    Front,
    Heading,
    Meta,
    Paragraph,
    ParagraphRole,
    Role,
    Run,
    Runs,
    Table,
    Text,
)
from generator.patterns import Pattern

FORMAT: Final = "qicao-document"
VERSION: Final = 1

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"

_NOT_IN_XML: Final = Pattern("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What JSON leaves bare but XML or UTF-8 cannot hold; it stands only inside JSON strings, so it may be escaped."""


def write(document: Document) -> str:
    """The native form for people and version control: indented, keys sorted, Chinese left readable."""
    return _safe(json.dumps(_document(document), ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def compact(document: Document) -> str:
    """The native form on one line, for embedding."""
    return _safe(json.dumps(_document(document), ensure_ascii=False, separators=(",", ":"), sort_keys=True))


def _safe(text: str) -> str:
    return _NOT_IN_XML.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _document(document: Document) -> Json:
    blocks: list[Json] = [_block(block) for block in document.blocks]
    return {"format": FORMAT, "version": VERSION, "meta": _meta(document.meta), "blocks": blocks}


def _meta(meta: Meta) -> Json:
    return {
        "year": meta.year,
        "place": meta.place,
        "title": meta.title,
        "data_hash": meta.data_hash,
        "template_hash": meta.template_hash,
    }


def _block(block: Block) -> Json:
    match block:
        case Paragraph(runs=runs, role=role):
            written: dict[str, Json] = {"block": "paragraph", "runs": _runs(runs)}
            return written if role is ParagraphRole.BODY else {**written, "role": role.value}
        case Heading(level=level, runs=runs):
            return {"block": "heading", "level": level, "runs": _runs(runs)}
        case Front(part=part, runs=runs):
            return {"block": "front", "part": part.value, "runs": _runs(runs)}
        case AnnexHeading(label=label, title=title):
            return {"block": "annex", "label": _runs(label), "title": _runs(title)}
        case Table(rows=rows, caption=caption):
            table: dict[str, Json] = {"block": "table", "rows": [[_runs(cell) for cell in row] for row in rows]}
            return {**table, "caption": _runs(caption)} if caption else table
        case _:
            assert_never(block)


def _runs(runs: Runs) -> Json:
    return [_run(run) for run in runs]


def _run(run: Run) -> Json:
    if isinstance(run, Text):
        if run.role is Role.BODY and run.level == 0:
            return run.text
        return {"t": run.text, **_looks(run)}
    written: dict[str, Json] = {"t": run.text, "key": run.key, "kind": run.kind.value, "src": run.source}
    if run.facet is not Facet.VALUE:
        written["facet"] = run.facet.value
    return {**written, **_looks(run)}


def _looks(run: Run) -> dict[str, Json]:
    looks: dict[str, Json] = {}
    if run.role is not Role.BODY:
        looks["role"] = run.role.value
    if run.level:
        looks["level"] = run.level
    return looks
