"""Findings that the office lets stand: taken out, and waivers that are of no use or too old told instead."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.checking.fingerprints import Fingerprinted
from generator.checking.session import CheckedDraft, Selection, Waived
from generator.checking.waiver_rules import EXPIRED, UNUSED
from generator.diagnostics import Diagnostic
from generator.loading.waivers import PlacedWaiver
from generator.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class WaiverRun:
    """Waivers of one year against drafts of that year."""

    waivers: Sequence[PlacedWaiver]
    today: date
    selection: Selection

    def apply(self, checked: Sequence[CheckedDraft]) -> list[CheckedDraft]:
        """The drafts with waived findings apart; what is wrong with the waivers is told with the first draft."""
        judged = [self._split(draft) for draft in checked]
        if judged:
            told = tuple(self._told(checked))
            judged[0] = replace(judged[0], findings=(*judged[0].findings, *told))
        return judged

    def _split(self, draft: CheckedDraft) -> CheckedDraft:
        stands: list[Fingerprinted] = []
        waived: list[Waived] = []
        for finding in draft.findings:
            placed = next((w for w in self.waivers if self._is_valid(w) and _covers(w, finding)), None)
            if placed is None:
                stands.append(finding)
            else:
                waived.append(Waived(finding, placed.waiver.reason, placed.waiver.who or "", placed.position.source))
        return replace(draft, findings=tuple(stands), waived=(*draft.waived, *waived))

    def _is_valid(self, placed: PlacedWaiver) -> bool:
        return placed.waiver.until is None or self.today <= placed.waiver.until

    def _told(self, checked: Sequence[CheckedDraft]) -> Iterator[Fingerprinted]:
        found = [finding for draft in checked for finding in draft.findings]
        for placed in self.waivers:
            is_used = any(_covers(placed, finding) for finding in found)
            waiver = placed.waiver
            if is_used and not self._is_valid(placed) and self.selection.wants(EXPIRED):
                message = f"豁免到 {waiver.until} 为止，已过期：{waiver.rule}（{waiver.reason}）"
                yield _finding(EXPIRED, message, placed)
            elif not is_used and self._was_checked(placed, checked) and self.selection.wants(UNUSED):
                yield _finding(UNUSED, f"豁免没有用上：{waiver.rule}（{waiver.reason}），可以删去", placed)

    def _was_checked(self, placed: PlacedWaiver, checked: Sequence[CheckedDraft]) -> bool:
        """Whether the rule of a waiver ran on any draft; one that there is no rule for never will."""
        name = placed.waiver.rule
        chosen = {n for module in self.selection.rules() for n in (module.rule.code, module.rule.name)}
        skipped = [{n for s in draft.coverage.skipped for n in (s.rule.code, s.rule.name)} for draft in checked]
        return name in chosen and any(name not in names for names in skipped)


def _covers(placed: PlacedWaiver, finding: Fingerprinted) -> bool:
    d = finding.diagnostic
    return placed.waiver.fingerprint == finding.fingerprint and placed.waiver.rule in (d.code, d.rule)


def _finding(rule: Rule, message: str, placed: PlacedWaiver) -> Fingerprinted:
    diagnostic = Diagnostic(
        rule.code, rule.name, message, placed.position, rule.severity, source=placed.position.source
    )
    identity = f"{rule.code}\n{placed.waiver.rule}\n{placed.waiver.fingerprint}"
    return Fingerprinted(diagnostic, hashlib.sha256(identity.encode()).hexdigest()[:16])
