"""Writes the field reference in ``docs/`` from the schema: ``python -m generator.schema_docs``, or ``make docs``.

Every field has its type in plain Chinese, what it defaults to, and an example: the first entry of ``drafts/2024`` (for
layouts, of the shipped preset) that uses it, else the one that the schema declares.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.loading.locating import SourceFile
from generator.loading.parsing import parse_yaml
from generator.schema_examples import Entry, clipped, entries_in, flow_text, quoted_lines, required_type
from generator.schema_files import FILES
from generator.workspace import Workspace, write_atomically
from schemas.base import Key
from schemas.derived import Derived
from schemas.figure import Figure, Printed, Quantity, Sourced, Target
from schemas.layout import Grid, Layout, Marks, PageNumber, Paper, RunStyle, Styles, TextStyle, TypeArea
from schemas.names import ATTRIBUTES, BUILT_IN
from schemas.number import Number
from schemas.outline import Annex, Part, Section, TableData
from schemas.project import Project, ProjectList
from schemas.prose import Prose
from schemas.report import FiguresFile, FrontMatter, ProjectsFile, ReportFile, TargetsFile, TermsFile
from schemas.term import ItemList, Term
from schemas.waivers import Waiver, WaiversFile

EXAMPLE_YEAR = 2024
_SHARED = (Printed, Quantity, Sourced)


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: file name, title, what it begins with, and the models in the order in which they are told."""

    name: str
    title: str
    intro: str
    models: Sequence[tuple[type[BaseModel], str, str]]
    entries: Callable[[Path], Iterator[Entry]]


def _data_entries(root: Path) -> Iterator[Entry]:
    folder = Workspace(root).year_folder(EXAMPLE_YEAR)
    for name, model in FILES.items():
        if model is not Part and (folder / f"{name}.yaml").exists():
            yield from entries_in(_source(folder / f"{name}.yaml"), model, "")
    for path in sorted((folder / "outline").glob("*.yaml")):
        yield from entries_in(_source(path), Part, f"outline/{path.name}")


def _layout_entries(root: Path) -> Iterator[Entry]:
    yield from entries_in(_source(root / "templates" / "layouts" / "gbt9704.yaml"), Layout, "")


def _source(path: Path) -> SourceFile:
    text = path.read_text(encoding="utf-8")
    return SourceFile(path.name, tuple(text.split("\n")), parse_yaml(text, path.name)[0])


def _listed(names: Iterable[str]) -> str:
    return "、".join(f"`{name}`" for name in names)


DATA_PAGE = Page(
    "数据字段.md",
    "数据字段",
    f"""`drafts/年份/` 里每个 YAML 文件的每一项：填什么，不写时怎样，例子。
例子取自 `drafts/{EXAMPLE_YEAR}/` 里第一个用到它的地方（括号里是那一条的名称或文件）；
标“示例”的，{EXAMPLE_YEAR} 年的数据里没有用到。

各文件里的名称（键）共用一个名录，不能重复；正文用 `{{名称}}` 引用。
不用定义就有的名称：{_listed(BUILT_IN)}。
点号后面可以写的：项目 {_listed(ATTRIBUTES["projects"])}；提法和专名 {_listed(ATTRIBUTES["terms"])}。""",
    (
        (ReportFile, "report.yaml", "谁的、哪一年的报告，用什么版式。"),
        (FrontMatter, "标题下各行", "report.yaml 的 `front`。"),
        (Annex, "附件", "report.yaml 的 `annexes`，一条一个附件，另起一页。"),
        (FiguresFile, "figures.yaml", "指标，和由它们算出来的数。没有就可以不要这个文件。"),
        (Figure, "指标", "`figures` 下每一条。另可写“数值”“数从哪里来”“数怎样印”各项。"),
        (Quantity, "数值", "指标、目标、投资额、产能、力争目标都用它。"),
        (Sourced, "数从哪里来", "指标和目标都可以写。"),
        (Printed, "数怎样印", "指标、目标、推算、投资额、产能都可以写。"),
        (Derived, "推算", "`derived` 下每一条：算出来的数，不手填。算法写一种，另可写“数怎样印”各项。"),
        (TargetsFile, "targets.yaml", "今年的目标。"),
        (Target, "目标", "`targets` 下每一条。另可写“数值”“数从哪里来”“数怎样印”各项。"),
        (ProjectsFile, "projects.yaml", "项目，和正文里要列出的项目清单。"),
        (Project, "项目", "`projects` 下每一条。"),
        (ProjectList, "项目清单", "projects.yaml 的 `lists` 下每一条：写条件挑选，或写 `items` 点名。"),
        (TermsFile, "terms.yaml", "提法、专名，和要数数的并列各项。"),
        (Term, "提法和专名", "`terms` 下每一条；什么都不用补充时，冒号后面留空。"),
        (ItemList, "并列各项", "terms.yaml 的 `lists` 下每一条。"),
        (WaiversFile, "waivers.yaml", "核对稿件时不再报的问题，多半由 `qicao waive` 写。没有就可以不要这个文件。"),
        (Waiver, "豁免", "`waivers` 下每一条。"),
        (Part, "outline/*.yaml", "报告的一个部分，按文件名排先后。"),
        (Section, "节", "`sections` 下每一条；节里可以再有节。"),
        (TableData, "表格", "节或附件的 `table`。"),
    ),
    _data_entries,
)

LAYOUT_PAGE = Page(
    "版式字段.md",
    "版式字段",
    """`templates/layouts/*.yaml` 的每一项。例子取自程序自带的 `gbt9704.yaml`，标“示例”的除外。
怎样改见[怎样改版式](怎样改版式.md)。
除下面各项外，第一行可以写 `extends: 另一个版式的名称`，只写不同的几项。""",
    (
        (Layout, "版式", "一个文件一个版式。"),
        (Paper, "纸张", "`paper`"),
        (TypeArea, "版心", "`type_area`"),
        (Grid, "行数和字数", "`grid`"),
        (Styles, "各类文字", "`styles`"),
        (TextStyle, "整段的样式", "`styles` 里各段的样式。"),
        (RunStyle, "段首标题的样式", "标题后面接排正文的，只管标题那几个字。"),
        (PageNumber, "页码", "`page_number`"),
        (Marks, "底色", "`marks`"),
    ),
    _layout_entries,
)

PAGES = (DATA_PAGE, LAYOUT_PAGE)


def page_text(page: Page, root: Path) -> str:
    """A page as Markdown; ``root`` is the folder that holds ``drafts/`` and ``templates/``."""
    entries = tuple(page.entries(root))
    titles = {model: title for model, title, _ in page.models}
    parts = ["<!-- 由 make docs 从 schemas/ 生成，请勿手改 -->", f"# {page.title}", page.intro]
    for model, title, intro in page.models:
        parts += [f"## {title}", intro, *_whole_example(model, entries), _table(model, entries, titles)]
    return "\n\n".join(parts) + "\n"


def own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields that are told under a model: those not told under a model that it shares them with."""
    told = {
        name for shared in _SHARED if shared is not model and issubclass(model, shared) for name in shared.model_fields
    }
    return {name: field for name, field in model.model_fields.items() if name not in told}


def _whole_example(model: type[BaseModel], entries: Iterable[Entry]) -> list[str]:
    entry = next((entry for entry in entries if entry.model is model), None)
    if entry is None or entry.line == 1 or model in (Styles, TextStyle, RunStyle):
        return []
    return [f"```yaml\n{quoted_lines(entry)}\n```"]


def _table(model: type[BaseModel], entries: Sequence[Entry], titles: dict[type[BaseModel], str]) -> str:
    rows = ["| 项 | 填什么 | 说明 | 不写时 | 例子 |", "|---|---|---|---|---|"]
    for name, field in own_fields(model).items():
        cells = (
            f"`{name}`",
            _type_words(field.annotation, field.metadata, titles),
            field.description or "",
            _default_words(field),
            example_text(model, name, field, entries),
        )
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows)


def example_text(model: type[BaseModel], name: str, field: FieldInfo, entries: Iterable[Entry]) -> str:
    """The first use of a field in the data, else the example that the schema declares; empty if there is neither."""
    for entry in entries:
        if issubclass(entry.model, model) and (value := entry.get(name)) is not None:
            if _holds_models(field.annotation):
                return "见那一节"
            return f"`{_example(name, value)}`" + (f"（{entry.label}）" if entry.label else "")
    return f"`{_example(name, field.examples[0])}`（示例）" if field.examples else ""


def _example(name: str, value: object) -> str:
    return clipped(f"{name}: {flow_text(value)}", 80)


def _holds_models(annotation: object) -> bool:
    kind = required_type(annotation)
    if get_origin(kind) in (dict, tuple):
        return any(_holds_models(argument) for argument in get_args(kind))
    return isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in (Quantity, TextStyle, RunStyle)


def _type_words(annotation: object, metadata: Sequence[object], titles: dict[type[BaseModel], str]) -> str:
    if annotation == Key or annotation == Key | None:
        return "名称"
    kind = required_type(annotation)
    bounds = _bounds(metadata)
    if kind == Number:
        return "数"
    if get_origin(kind) is Literal:
        return _choice(get_args(kind))
    if get_origin(kind) is dict:
        key, value = get_args(kind)
        return f"{_type_words(key, (), titles)}: {_type_words(value, (), titles)}，可有多条"
    if get_origin(kind) is tuple:
        return _tuple_words(get_args(kind), titles)
    if isinstance(kind, type):
        if issubclass(kind, StrEnum):
            return _choice(member.value for member in kind)
        if issubclass(kind, BaseModel):
            return f"[{titles[kind]}](#{_anchor(titles[kind])})" if kind in titles else "内容"
        return _choice(bounds.split("|")) if "|" in bounds else _PLAIN[kind] + bounds
    return "文字"


_PLAIN: dict[type, str] = {
    str: "文字",
    Prose: "句子，数写成 `{名称}`",
    int: "整数",
    float: "数",
    bool: "`true` 或 `false`",
    date: "日期，如 `2024-12-31`",
}


def _tuple_words(arguments: tuple[object, ...], titles: dict[type[BaseModel], str]) -> str:
    words = _type_words(arguments[0], (), titles)
    if arguments[-1] is not Ellipsis:
        return f"列表，{len(arguments)} 个{words}"
    return f"列表，每项是{words}"


def _choice(values: Iterable[object]) -> str:
    return f"选一个：{_listed(map(str, values))}"


def _bounds(metadata: Sequence[object]) -> str:
    """What pydantic's constraints say: （1950—2200）, or alternatives of a pattern with | between them."""
    found = {
        name: value
        for name in ("ge", "gt", "le")
        for item in metadata
        if (value := getattr(item, name, None)) is not None
    }
    pattern = next((p for item in metadata if isinstance(p := getattr(item, "pattern", None), str)), "")
    if pattern.startswith("^(") and pattern.endswith(")$"):
        return pattern[2:-2]
    if "ge" in found and "le" in found:
        return f"（{found['ge']}—{found['le']}）"
    lower = f"大于 {found['gt']:g}" if "gt" in found else ""
    upper = f"不大于 {found['le']:g}" if "le" in found else ""
    return f"（{'，'.join(word for word in (lower, upper) if word)}）" if lower or upper else ""


def _default_words(field: FieldInfo) -> str:
    if field.is_required():
        return "**必填**"
    default = field.get_default(call_default_factory=True, validated_data={})
    if isinstance(default, StrEnum):
        return f"`{default.value}`"
    if default is None or default in ("", ()) or isinstance(default, BaseModel | dict):
        return "无"
    return f"`{flow_text(default)}`"


def _anchor(title: str) -> str:
    """The fragment that GitHub gives a heading."""
    return "".join(c for c in title.lower() if c.isalnum() or c in "-_")


def write_pages(root: Path) -> list[Path]:
    """Write all generated pages into ``docs/`` under ``root``; gives their paths."""
    paths = []
    for page in PAGES:
        path = root / "docs" / page.name
        write_atomically(path, page_text(page, root).encode())
        paths.append(path)
    return paths


if __name__ == "__main__":
    sys.stdout.writelines(f"已生成 {path}\n" for path in write_pages(Path()))
