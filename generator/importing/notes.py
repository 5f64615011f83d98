"""``导入说明.md``: what was guessed, for the drafter who takes the workspace over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.importing.annexes import AnnexFound
from generator.importing.gathered import Guess, Section
from generator.importing.gathering import Gatherer
from generator.importing.published import Published
from generator.importing.structure import PartNode
from schemas.outline import PartKind


@dataclass(frozen=True, slots=True)
class Structure:
    """What a report was taken apart into."""

    parts: tuple[PartNode, ...]
    annexes: tuple[AnnexFound, ...]


def doubts(structure: Structure) -> list[Guess]:
    """What a person should know about the parts: that they were not found, or an annex was left as text."""
    kinds = {part.kind for part in structure.parts}
    missing = [kind.value for kind in (PartKind.REVIEW, PartKind.PLAN) if kind not in kinds]
    found = []
    if missing:
        words = "、".join(f"“{name}”" for name in missing)
        matter = f"没有认出{words}部分，请看看是不是选错了文件；部分写在 outline/ 各文件的 part"
        found.append(Guess(matter, "", "各部分"))
    for part in structure.parts:
        if part.annex and part.nodes:
            found.append(Guess("这个附件不规则（序号不连续，或一条有几段），照原样留在正文后面", part.head, "各部分"))
    return found


def notes_text(name: str, source: Published, gathered: Gatherer, structure: Structure, safe: frozenset[str]) -> str:
    """The notes, in Markdown."""
    return "".join(_lines(name, source, gathered, structure, safe))


def _lines(
    name: str, source: Published, gathered: Gatherer, structure: Structure, safe: frozenset[str]
) -> Iterator[str]:
    figures = sum(1 for number in gathered.numbers if number.section is Section.FIGURES)
    targets = len(gathered.numbers) - figures
    yield f"# 导入说明\n\n原稿：{name}。正文 {len(source.paragraphs)} 段，"
    yield "已核对：生成的文字与原稿一样（空白不计）。\n\n"
    yield f"读出指标 {figures} 个、目标 {targets} 个、提法和专名 {len(gathered.terms)} 个。"
    yield "名称、单位、目标都是照上下文推断的，用以前请看一遍。\n\n"
    yield "## 各部分\n\n"
    for part in structure.parts:
        yield f"- {part.kind.value}：{part.head or '（没有标题）'}\n"
    for annex in structure.annexes:
        yield f"- 附件（{annex.kind.value}）：{annex.title}，{len(annex.items or annex.entries or annex.rows)} 条\n"
    dropped = (*source.front.dropped, *source.left_out)
    if dropped:
        yield "\n## 没有导入的文字（网页来源、文本框、脚注等）\n\n"
        yield from (f"- {line}\n" for line in dropped)
    if safe:
        yield "\n## 照原样保留的段落\n\n这些段落里的数只作专名登记，没有拆成指标：\n\n"
        yield from (f"- {text[:40]}…\n" for text in source.paragraphs if text in safe)
    if gathered.guesses:
        yield "\n## 拿不准的地方\n\n"
        yield from (_guess(guess) for guess in gathered.guesses)


def _guess(guess: Guess) -> str:
    words = f"：{guess.words}" if guess.words else ""
    return f"- {guess.matter}{words}（{guess.under}）\n"
