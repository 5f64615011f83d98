"""What a page layout is: the preset from which the Word reference document is compiled.

Lengths are millimetres (``_mm``), points (``_pt``) or widths of one Chinese character of the style itself (``_chars``).
The shipped preset follows GB/T 9704-2012; a local standard that differs is one YAML file with ``extends`` and the
changed fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError

from schemas.base import Model

Align = Literal["left", "center", "right", "both"]


def _check_font(name: str) -> str:
    if not name.strip():
        raise ValueError("字体名不能为空")
    if any(character in name for character in "<>&\"'\n;"):
        raise ValueError(f"字体名“{name}”里有不能用的符号")
    return name


FontName = Annotated[str, AfterValidator(_check_font)]
Colour = Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{6}$")]


class Paper(Model):
    """The sheet."""

    width_mm: float = Field(gt=0, le=500, description="纸宽，毫米；A4 为 210")
    height_mm: float = Field(gt=0, le=500, description="纸高，毫米；A4 为 297")


class TypeArea(Model):
    """Where text may stand on the sheet; the right and bottom margins follow from it."""

    top_mm: float = Field(gt=0, description="天头（上白边），毫米")
    left_mm: float = Field(gt=0, description="订口（左白边），毫米")
    width_mm: float = Field(gt=0, description="版心宽，毫米")
    height_mm: float = Field(gt=0, description="版心高，毫米")


class Grid(Model):
    """The character grid of a page."""

    lines: int = Field(ge=1, le=60, description="每面行数")
    characters: int = Field(ge=1, le=80, description="每行字数")


class TextStyle(Model):
    """How one kind of paragraph looks."""

    font: FontName = Field(description="汉字字体，写 Word 字体列表里的名字")
    size_pt: float = Field(16, gt=0, le=72, description="字号，磅；2号 22，3号 16，4号 14，小4号 12")
    bold: bool = Field(False, description="是否加粗", examples=[True])
    align: Align = Field("both", description="对齐：left 居左、center 居中、right 居右、both 两端对齐")
    first_line_chars: float = Field(0, ge=0, le=10, description="首行左空几字")
    line_pt: float | None = Field(None, gt=0, description="固定行距，磅；不写就随版心网格")
    lines_before: float = Field(0, ge=0, le=10, description="段前空几行")


class RunStyle(Model):
    """How a head that opens a paragraph looks; its size is that of the paragraph."""

    font: FontName = Field(description="汉字字体")
    bold: bool = Field(False, description="是否加粗")


class Styles(Model):
    """One look for each kind of text in a report."""

    mark: TextStyle = Field(description="稿次，如（征求意见稿）")
    title: TextStyle = Field(description="标题：政府工作报告")
    session: TextStyle = Field(description="会议行：——2024年1月…日在…大会第…次会议上")
    speaker: TextStyle = Field(description="报告人行：市长 ×××")
    salutation: TextStyle = Field(description="称谓：各位代表：")
    body: TextStyle = Field(description="正文")
    heading_1: TextStyle = Field(description="独立成行的第一层标题：一、")
    heading_2: TextStyle = Field(description="独立成行的第二层标题：（一）")
    heading_3: TextStyle = Field(description="独立成行的第三层标题：1.")
    heading_4: TextStyle = Field(description="独立成行的第四层标题：（1）")
    run_in_1: RunStyle = Field(description="段首标题第一层：（一）…。后面接正文")
    run_in_2: RunStyle = Field(description="段首标题第二层：精准服务企业。后面接正文")
    run_in_3: RunStyle = Field(description="段首标题第三层")
    annex_label: TextStyle = Field(description="附件两字及顺序号：附件1")
    annex_title: TextStyle = Field(description="附件标题")
    table_caption: TextStyle = Field(description="表题")
    table_head: TextStyle = Field(description="表头")
    table_text: TextStyle = Field(description="表中文字")


class PageNumber(Model):
    """The page number below the type area."""

    font: FontName = Field(description="页码字体，数字与一字线同用")
    size_pt: float = Field(gt=0, le=72, description="页码字号，磅；4号为 14")
    dash: str = Field("—", max_length=3, description="数字左右的一字线；不要就写空")
    outer_chars: float = Field(ge=0, le=10, description="单页居右、双页居左时空几字")
    from_bottom_mm: float = Field(gt=0, description="页码下缘距纸边，毫米")


class Marks(Model):
    """Colours behind text that is not final yet."""

    placeholder: Colour = Field(description="【待填】的底色，六位十六进制 RGB")
    pending: Colour = Field(description="待核数字的底色，六位十六进制 RGB")


class Layout(Model):
    """A whole layout preset."""

    name: str = Field(min_length=1, description="版式的名称，给人看")
    paper: Paper = Field(description="纸张")
    type_area: TypeArea = Field(description="版心")
    grid: Grid = Field(description="每面行数与每行字数")
    latin_font: FontName | None = Field(description="数字、西文的字体；留空（null）就随所在文字的汉字字体")
    space_around_latin: bool = Field(True, description="汉字与数字、西文之间是否自动加四分之一字的空")
    styles: Styles = Field(description="各类文字的字体、字号、对齐")
    page_number: PageNumber = Field(description="页码")
    marks: Marks = Field(description="未定内容的底色")
    font_substitutes: dict[FontName, FontName] = Field(
        default_factory=dict, description="本机没有某字体时用哪种代替，写作“字体: 代替字体”"
    )


class LayoutError(ValueError):
    """A preset cannot be used; the message says in Chinese which file and field."""


Presets = Callable[[str], Mapping[str, object] | None]
"""Gives the parsed YAML of the preset of that name, or None where there is none."""


def chain_of(name: str, presets: Presets) -> tuple[tuple[str, Mapping[str, object]], ...]:
    """The preset of that name and those it extends, the most general last."""
    chain: list[tuple[str, Mapping[str, object]]] = []
    wanted: object = name
    while isinstance(wanted, str):
        if any(wanted == seen for seen, _ in chain):
            raise LayoutError(f"版式“{name}”的 extends 绕成了圈：{' → '.join([*(n for n, _ in chain), wanted])}")
        preset = presets(wanted)
        if preset is None:
            raise LayoutError(f"找不到版式“{wanted}”（layouts/{wanted}.yaml）")
        chain.append((wanted, preset))
        wanted = preset.get("extends")
    if wanted is not None:
        raise LayoutError(f"layouts/{chain[-1][0]}.yaml 的 extends 应当是一个版式名")
    return tuple(chain)


def layout_from(chain: tuple[tuple[str, Mapping[str, object]], ...]) -> Layout:
    """The layout that a chain of presets describes, each laid over the next."""
    merged: Mapping[str, object] = {}
    for _, preset in reversed(chain):
        merged = _overlaid(merged, {key: value for key, value in preset.items() if key != "extends"})
    try:
        return Layout.model_validate(merged)
    except ValidationError as error:
        fields = "；".join(_said(tuple(item["loc"]), item["type"], item["msg"]) for item in error.errors())
        raise LayoutError(f"layouts/{chain[0][0]}.yaml：{fields}") from error


def _overlaid(base: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = _overlaid(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged


_SAID = {"missing": "缺少这一项", "extra_forbidden": "没有这一项，是不是写错了名字"}


def _said(place: tuple[int | str, ...], kind: str, message: str) -> str:
    field = ".".join(str(part) for part in place)
    return f"{field} {_SAID.get(kind, '的值不合要求：' + message.removeprefix('Value error, '))}"
