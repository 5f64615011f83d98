"""The review's new sections: last year's targets, told as results in last year's own sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.rolling.claims import without_claims
from generator.rolling.last_year import LastYear
from generator.rolling.names import reached
from generator.rolling.outline import PartRoller
from generator.rolling.results import Results
from generator.rolling.sentences import (
    MARK,
    Sort,
    sort_of,
    still_dated,
    tells_of_last_year,
    without_names,
)
from generator.rolling.turning import as_event, as_result
from schemas.outline import Part, PartKind, Section
from schemas.project import Stage
from schemas.prose import prose

COMMENT = "—— 以下由上年的安排转来：年初目标完成情况。请并入上面各节，或改写 ——"
MAIN_TARGETS = "主要预期目标完成情况"
OTHER_TARGETS = "其他目标完成情况"
_WANTING = re.compile("^(?:聚力|着力|全力|大力|聚焦|致力|坚持|坚定|突出|更加)(?!于)")


def achievements(last: LastYear, results: Results, review: PartRoller) -> list[tuple[str, list[str]]]:
    """Sections (head, sentences) for the review, one for each section of the plan that holds targets."""
    reported = _reported(review, last)
    there = {line.strip().replace(MARK, "") for line in review.lines}
    found: dict[str, list[str]] = {}
    for part in last.report.outline:
        if part.part is PartKind.PLAN:
            for head, section in _headed(part):
                told = _lines(section, last, results, reported, drop=review.drop_narrative)
                lines = [line for line in told if line.removeprefix(MARK) not in there]
                if lines:
                    found.setdefault(head, []).extend(lines)
    return [(head, list(_marked_once(lines, last))) for head, lines in found.items()]


def candidates(last: LastYear, review: PartRoller) -> Iterator[str]:
    """Without the narrative no sentence tells of the plan's projects: comments name them, by the stage reached."""
    if not review.drop_narrative:
        return
    planned = {key: reached(project) for key, project in last.report.projects.items() if project.plan is not None}
    if planned:
        yield "上年安排的项目，照推一步是下面这样（在 projects.yaml 里核对）；要写进回顾的，把 {名称} 写进句子："
    for stage in Stage:
        keys = [key for key, found in planned.items() if found is stage]
        if keys:
            yield f"  {stage}：{'、'.join(f'{{{key}}}' for key in keys)}"


def _marked_once(lines: list[str], last: LastYear) -> Iterator[str]:
    """One mark before several lines on end that need it; a line with a number has its own."""
    before = False
    for line in lines:
        marked = line.startswith(MARK)
        yield line.removeprefix(MARK) if before and sort_of(line, last) is Sort.NARRATIVE else line
        before = marked


def _reported(review: PartRoller, last: LastYear) -> set[str]:
    """The figures that the review tells already."""
    return last.behind(reference.key for line in review.lines for reference in prose(line).references)


def _headed(part: Part) -> Iterator[tuple[str, Section]]:
    seen = False
    for section in part.sections:
        if section.head is None:
            yield (OTHER_TARGETS if seen else MAIN_TARGETS), section
        else:
            seen = True
            yield _WANTING.sub("", section.head.text.strip()) or section.head.text.strip(), section


def _lines(section: Section, last: LastYear, results: Results, reported: set[str], *, drop: bool) -> Iterator[str]:
    if section.text is not None:
        for line in section.text.text.split("\n"):
            told = _told(line, last, results, reported, drop=drop)
            if told:
                yield told
    for child in section.sections:
        yield from _lines(child, last, results, reported, drop=drop)


def _told(line: str, last: LastYear, results: Results, reported: set[str], *, drop: bool) -> str:
    """One line of the plan as it stands in the review; empty if it has nothing to tell there."""
    keys = [reference.key for reference in prose(line).references]
    names = tells_of_last_year(line, last)
    if any(key in last.report.targets for key in keys):
        line = line.strip().replace(MARK, "")
        bare = without_claims(without_names(line, last), last)
        told = as_result(bare if drop else line, last, results.figure_of, reported)
        marked = told and (still_dated(told, last) if drop else names or bare != line)
        return f"{MARK}{told}" if marked else told
    is_project = any(key in last.report.projects or key in last.report.project_lists for key in keys)
    return f"{MARK}{as_event(line)}" if is_project and not drop else ""
