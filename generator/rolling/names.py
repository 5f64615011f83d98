"""``projects.yaml`` and ``terms.yaml`` of next year: projects one stage on, lists made explicit."""

from __future__ import annotations

import re
from collections.abc import Container

from generator.loading.located import LocatedStr
from generator.rolling.editing import Editor, Entry, child, item_lines, scalar
from generator.rolling.last_year import LastYear
from schemas.figure import Status
from schemas.project import Project, Stage
from schemas.selecting import select

FINISHED = (Stage.FINISHED, Stage.IN_USE)
_ORDER = tuple(Stage)
_SAID = (
    (re.compile("投产|投用|投运|投入使用|启用|通车|通航|运营"), Stage.IN_USE),
    (re.compile("建成|竣工|完成|完工|收官"), Stage.FINISHED),
    (re.compile("谋划|筹建|争取|前期|论证"), Stage.PLANNED),
    (re.compile("签约|招引"), Stage.SIGNED),
    (re.compile("开工|启动"), Stage.STARTED),
)
"""What a plan says will be reached, the farthest first."""


def rolled_projects(text: str, name: str, last: LastYear, named: Container[str]) -> str:
    """Projects with a plan one stage on, to be confirmed.

    Those that were finished before are left out, unless prose names them (``named``).
    """
    editor = Editor.of(text, name)
    for entry in editor.entries(child(editor.file.root, "projects")):
        key = str(entry.key)
        project = last.report.projects[key]
        if project.plan is not None:
            _advance(editor, entry, project)
        elif project.stage in FINISHED and key not in named:
            editor.delete(entry.first - _alone(editor, entry), entry.last)
    for entry in editor.entries(child(editor.file.root, "lists")):
        chosen = last.report.project_lists[str(entry.key)]
        if chosen.plan is not None:
            _name_items(editor, entry, select(chosen, last.report.projects))
    return editor.text


def _alone(editor: Editor, entry: Entry) -> bool:
    """Whether there is a comment above an entry that is about it alone, and no heading of a group."""
    above = editor.line(entry.first - 1).strip()
    return above.startswith("#") and not above.startswith("# ——")


def _advance(editor: Editor, entry: Entry, project: Project) -> None:
    stage = reached(project)
    editor.set(entry, "stage", stage.value)
    editor.set(entry, "status", Status.PENDING.value)
    editor.set(entry, "plan", "")
    was = project.stage.value if project.stage else "没有写阶段"
    editor.comment(entry, f"上年 {was}，打算{project.plan}；现在的阶段请核对，今年的打算写在 plan")


def reached(project: Project) -> Stage:
    """The stage that a project should have reached by its plan: what the plan says, else one on."""
    said = next((stage for words, stage in _SAID if project.plan and words.search(project.plan)), None)
    if project.stage is None:
        return said or Stage.BUILDING
    following = _ORDER[min(_ORDER.index(project.stage) + 1, len(_ORDER) - 1)]
    return said if said is not None and _ORDER.index(said) > _ORDER.index(project.stage) else following


def _name_items(editor: Editor, entry: Entry, items: tuple[str, ...]) -> None:
    first = next(iter(entry.fields), None)
    if first is None:
        return
    editor.comment(entry, f"上年按“打算{child(entry.value, 'plan')}”挑选，现在逐个点名，请核对")
    if first.line == entry.key.line:
        start = editor.line(entry.key.line).index(":", entry.key.column - 1 + len(entry.key)) + 1
        raw = LocatedStr.at(editor.line(entry.key.line)[start:], entry.key.line, start + 1)
        editor.replace(raw, f" {{items: [{', '.join(map(scalar, items))}]}}")
        return
    editor.delete(first.line, entry.last)
    indent = first.column - 1
    editor.below(entry.key.line, f"{' ' * indent}items:", *item_lines(items, indent + 2))


def rolled_terms(text: str, name: str, listed: Container[str]) -> str:
    """Terms as they were; lists that the review names, with a comment that they are last year's."""
    editor = Editor.of(text, name)
    for entry in editor.entries(child(editor.file.root, "lists")):
        if str(entry.key) in listed:
            editor.comment(entry, "上年所列，请核对")
    return editor.text
