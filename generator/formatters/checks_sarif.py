"""A finished check as SARIF 2.1.0 (OASIS standard), for code hosts and editors.

Places in text files are lines and columns in characters.  Word files have no lines: there a place is the paragraph, as
a logical location, and a character offset in the text that all counted paragraphs make, one a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote

from generator import __version__
from generator.checking.fingerprints import Fingerprinted
from generator.checking.many import CheckOutcome
from generator.checking.pages import GROUP_NAMES, RulePage, rule_pages
from generator.checking.session import CheckedDraft
from generator.checking.workers import Unreadable
from generator.diagnostics import Aside, Diagnostic, Severity, Span
from generator.rules.rule import Rule

Row = dict[str, object]
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def format_outcome(outcome: CheckOutcome) -> str:
    """One log with one run; findings that are waived are there as suppressed ones."""
    pages = rule_pages()
    index = {page.rule.code: number for number, page in enumerate(pages)}
    run: Row = {
        "tool": {"driver": _driver(pages)},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcome)],
        "artifacts": [_artifact(checked) for checked in outcome.drafts],
        "results": [row for n, checked in enumerate(outcome.drafts) for row in _Results(n, checked, index).rows()],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _driver(pages: Sequence[RulePage]) -> Row:
    return {
        "name": "Qicao",
        "fullName": "起草 Qicao",
        "version": __version__,
        "rules": [_rule(page.rule, page.page) for page in pages],
    }


def _rule(rule: Rule, page: str) -> Row:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": page.split("\n", 1)[0]},
        "help": {"text": page, "markdown": page.replace("\n", "  \n")},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
        "properties": {"tags": [rule.group.value, GROUP_NAMES[rule.group]]},
    }


def _invocation(outcome: CheckOutcome) -> Row:
    told = [_notification(draft) for draft in outcome.unreadable]
    told += [
        {"level": "error", "message": {"text": f"{checked.draft.name}：{skipped.rule.code} {skipped.reason}"}}
        for checked in outcome.drafts
        for skipped in checked.coverage.skipped
        if skipped.fault
    ]
    return {"executionSuccessful": not told, "exitCode": outcome.exit_code, "toolExecutionNotifications": told}


def _notification(unreadable: Unreadable) -> Row:
    text = "；".join(f"{d.message}{f'（{d.hint}）' if d.hint else ''}" for d in unreadable.diagnostics)
    place: Row = {"physicalLocation": {"artifactLocation": {"uri": _uri(unreadable.draft)}}}
    return {"level": "error", "message": {"text": text}, "locations": [place]}


def _artifact(checked: CheckedDraft) -> Row:
    coverage = checked.coverage
    return {
        "location": {"uri": _uri(checked.draft.name)},
        "roles": ["analysisTarget"],
        "properties": {
            "year": checked.year,
            "figures": {"tied": coverage.tied, "notData": coverage.not_data, "loose": coverage.loose},
            "skippedRules": [skipped.rule.code for skipped in coverage.skipped],
        },
    }


def _uri(name: str) -> str:
    """A file's name as a relative reference, or as a file URI if it is absolute."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogateescape"))


@dataclass(frozen=True, slots=True)
class _Results:
    """The results of one draft; ``number`` is its place among the artifacts."""

    number: int
    checked: CheckedDraft
    index: dict[str, int]

    def rows(self) -> Iterator[Row]:
        """Findings, then those that are waived."""
        starts = self._starts()
        for finding in self.checked.findings:
            yield self._result(finding, starts)
        for waived in self.checked.waived:
            reason = f"{waived.reason}（{waived.who}）" if waived.who else waived.reason
            suppression: Row = {"kind": "external", "status": "accepted", "justification": reason}
            yield self._result(waived.finding, starts) | {"suppressions": [suppression]}

    def _starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in the text that all of them make."""
        return tuple(accumulate((len(p.text) + 1 for p in self.checked.draft.body), initial=0))

    def _result(self, finding: Fingerprinted, starts: Sequence[int]) -> Row:
        d = finding.diagnostic
        row: Row = {
            "ruleId": d.code,
            "ruleIndex": self.index[d.code],
            "level": _LEVELS[d.severity],
            "message": {"text": f"{d.message}。应为“{d.expected}”" if d.expected else d.message},
            "locations": [self._location(d.span, starts, d.aside) if d.span else _data_place(d)],
            "partialFingerprints": {"qicao/v1": finding.fingerprint},
        }
        if d.related:
            row["relatedLocations"] = [self._location(span, starts) for span in d.related]
        if d.fix is not None and d.span is not None and d.aside is None and self.checked.draft.word is None:
            row["fixes"] = [self._fix(d.span, d.fix.replacement, starts)]
        facts = {"expected": d.expected, "figure": d.figure, "source": d.source}
        facts |= {"where": d.aside.where, "text": d.aside.span.text} if d.aside is not None else {}
        return row | {"properties": {name: value for name, value in facts.items() if value}}

    def _location(self, span: Span, starts: Sequence[int], aside: Aside | None = None) -> Row:
        snippet: Row = {"snippet": {"text": span.text}} if span.text else {}
        logical: Row = {
            "name": f"第{span.paragraph}段",
            "fullyQualifiedName": f"paragraph/{span.paragraph}",
            "kind": "paragraph",
        }
        if aside is not None:
            logical |= {"name": aside.where, "fullyQualifiedName": f"paragraph/{span.paragraph}/{aside.where}"}
        return {
            "physicalLocation": {"artifactLocation": self._artifact(), "region": self._region(span, starts) | snippet},
            "logicalLocations": [logical],
        }

    def _artifact(self) -> Row:
        return {"uri": _uri(self.checked.draft.name), "index": self.number}

    def _region(self, span: Span, starts: Sequence[int]) -> Row:
        body = self.checked.draft.body
        paragraph = body[span.paragraph - 1] if body else None
        if paragraph is None or not paragraph.line:
            return {"charOffset": starts[max(span.paragraph - 1, 0)] + span.start, "charLength": span.end - span.start}
        first, behind = paragraph.columns(span.start, span.end)
        return {"startLine": paragraph.line, "startColumn": first, "endColumn": behind}

    def _fix(self, span: Span, replacement: str, starts: Sequence[int]) -> Row:
        change = {"deletedRegion": self._region(span, starts), "insertedContent": {"text": replacement}}
        return {
            "description": {"text": f"改为“{replacement}”" if replacement else "删去"},
            "artifactChanges": [{"artifactLocation": self._artifact(), "replacements": [change]}],
        }


def _data_place(diagnostic: Diagnostic) -> Row:
    """A finding about a data file, such as a waiver of no use."""
    position = diagnostic.position
    region: Row = {"startLine": max(position.line, 1), "startColumn": max(position.column, 1)}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(position.file)}, "region": region}}
