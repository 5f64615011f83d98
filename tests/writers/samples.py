"""A small report with everything in it, and the packaged layouts, for tests of writers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.document import (
    AnnexHeading,
    Document,
    Facet,
    FigureRun,
    Front,
    FrontPart,
    Heading,
    Kind,
    Meta,
    Paragraph,
    ParagraphRole,
    Role,
    Table,
    Text,
)
from generator.writers.docx.layouts import reference_for

TEMPLATES = Path(__file__).parents[2] / "templates"
LAYOUTS = ("gbt9704", "gbt9704-digits-fangsong")


def read(name: str) -> bytes | None:
    """A packaged file under ``templates/``."""
    path = TEMPLATES / name
    return path.read_bytes() if path.is_file() else None


def parse(file: bytes, name: str) -> Mapping[str, object]:
    """The YAML of a preset, without positions."""
    parsed = yaml.safe_load(file)
    assert isinstance(parsed, dict), name
    return parsed


def reference(name: str = "gbt9704") -> bytes:
    """A packaged reference document."""
    return reference_for(name, read, parse)


def figure(text: str, key: str, kind: Kind = Kind.FIGURE, **other: Role | Facet) -> FigureRun:
    """A run of a datum whose source does not matter."""
    run = FigureRun(text, key, kind, "drafts/2024/figures.yaml:1")
    facet, role = other.get("facet", run.facet), other.get("role", run.role)
    assert isinstance(facet, Facet)
    assert isinstance(role, Role)
    return FigureRun(text, key, kind, run.source, facet, role)


def of(*blocks: Paragraph | Heading | Front | AnnexHeading | Table) -> Document:
    """A document of these blocks."""
    return Document(blocks, Meta(2024, "某市", "政府工作报告"))


def report() -> Document:
    """Every kind of block and run once or more."""
    growth = Paragraph(
        (
            Text("——经济运行稳中向好。", Role.RUN_IN, 1),
            Text("地区生产总值"),
            figure("增长", "地区生产总值", facet=Facet.WORD),
            figure("5.1%", "地区生产总值"),
            Text("，锚定“走在前、开新局”，完成投资"),
            figure("2575亿元", "重点项目投资", Kind.PROJECT, role=Role.PENDING),
            Text("。"),
            Text("精准服务企业。", Role.RUN_IN, 2),
            Text("减少税费"),
            figure("【待填：减税】", "减税", role=Role.PLACEHOLDER),
            Text("。"),
        )
    )
    goals = Table(
        (
            ((Text("指标"),), (Text("2024年目标"),)),
            ((Text("地区生产总值增速"),), (figure("5%以上", "增速目标", Kind.TARGET),)),
        ),
        (Text("表1　主要目标"),),
    )
    return of(
        Front(FrontPart.MARK, (Text("（征求意见稿）"),)),
        Front(FrontPart.TITLE, (Text("政府工作报告"),)),
        Front(FrontPart.SESSION, (Text("——2024年1月在大会上"),)),
        Front(FrontPart.SPEAKER, (Text("市长　×××"),)),
        Paragraph((Text("各位代表："),), ParagraphRole.SALUTATION),
        Heading(1, (Text("一、2023年工作回顾"),)),
        growth,
        Heading(2, (Text("（一）推动新增长"),)),
        AnnexHeading((Text("附件1"),), (Text("主要目标"),)),
        goals,
        goals,
    )
