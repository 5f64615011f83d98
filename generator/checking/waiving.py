"""Making waivers of findings: all of them as a baseline, or one that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.checking.base import base_of_year
from generator.checking.fingerprints import Fingerprinted
from generator.checking.session import CheckedDraft, Selection, check_file
from generator.checking.waivers import WaiverRun
from generator.diagnostics import CannotRunError
from generator.loading.waivers import NewWaiver, add_waivers, load_waivers
from generator.workspace import Workspace

BASELINE = "基线"


@dataclass(frozen=True, slots=True)
class WaiveRequest:
    """Which finding of a draft to let stand: by its rule and, where that is not enough, paragraph or fingerprint."""

    year: int
    draft: Path
    rule: str
    paragraph: int | None
    fingerprint: str
    reason: str
    who: str
    until: date | None = None
    dry_run: bool = False
    today: date = field(default_factory=date.today)


@dataclass(frozen=True, slots=True)
class WaiveOutcome:
    """The waiver that was, or would be, written, and where."""

    waiver: NewWaiver
    path: Path


def baseline_of(drafts: Iterable[CheckedDraft]) -> list[NewWaiver]:
    """A waiver for every finding in a text, each once."""
    found = [finding for draft in drafts for finding in draft.findings if finding.diagnostic.span is not None]
    return [_waiver(finding, BASELINE) for finding in {f.fingerprint: f for f in found}.values()]


def run_waive(workspace: Workspace, request: WaiveRequest) -> WaiveOutcome:
    """Write a waiver for one finding.

    Raises :class:`CannotRunError` when the draft has no such finding or several, and QicaoError for faults in the data.
    """
    if not request.rule and not request.fingerprint:
        raise CannotRunError(
            "没有说豁免哪一个问题", "请写 --rule 代码（要时加 --paragraph 段），或写 --fingerprint 指纹"
        )
    if not request.reason.strip() or not request.who.strip():
        raise CannotRunError("--reason 和 --who 不能空着", "请写明为什么不改、谁同意的")
    base = base_of_year(workspace, request.year)
    checked = check_file(request.draft, base, Selection().rules())
    run = WaiverRun(load_waivers(workspace, request.year), request.today, Selection())
    [judged] = run.apply([checked])
    found = [finding for finding in judged.findings if _is_meant(finding, request)]
    if not found:
        raise _nothing(request, judged)
    if len(found) > 1:
        raise CannotRunError(f"合乎条件的问题有 {len(found)} 处", _choices(found), file=str(request.draft))
    waiver = _waiver(found[0], request.reason, request.who, request.until)
    return WaiveOutcome(waiver, add_waivers(workspace, request.year, [waiver], dry_run=request.dry_run))


def _is_meant(finding: Fingerprinted, request: WaiveRequest) -> bool:
    d = finding.diagnostic
    return (
        d.span is not None
        and (not request.rule or request.rule.upper() == d.code or request.rule == d.rule)
        and (request.paragraph is None or request.paragraph == d.span.paragraph)
        and (not request.fingerprint or request.fingerprint == finding.fingerprint)
    )


def _nothing(request: WaiveRequest, judged: CheckedDraft) -> CannotRunError:
    if any(_is_meant(waived.finding, request) for waived in judged.waived):
        return CannotRunError("这个问题已经豁免了", file=str(request.draft))
    return CannotRunError("稿件里没有这个问题", "先用 qicao check 看有哪些问题、在第几段", file=str(request.draft))


def _choices(found: Sequence[Fingerprinted], most: int = 8) -> str:
    listed = "；".join(f"{f.fingerprint} {_about(f)}" for f in found[:most])
    return f"请用 --fingerprint 指明一处：{listed}{'……' if len(found) > most else ''}"


def _waiver(finding: Fingerprinted, reason: str, who: str = "", until: date | None = None) -> NewWaiver:
    return NewWaiver(finding.diagnostic.code, finding.fingerprint, reason, who, until, _about(finding))


def _about(finding: Fingerprinted) -> str:
    span = finding.diagnostic.span
    return f"第{span.paragraph}段：{finding.diagnostic.message}" if span is not None else finding.diagnostic.message
