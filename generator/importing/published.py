"""A published report as its title block and its paragraphs, whatever file it came in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.analysis.headings import headings
from generator.draft import Draft, DraftParagraph, Place
from generator.importing.annexes import parted_labels

_LONG_LINE = 3_000
"""A paragraph longer than this (characters) is a text that lost its line breaks."""
_TITLE = re.compile(r"[^，。：；]{0,24}政府工作报告")
_SOURCE = re.compile(r"(?:来源|发布时间|发布日期|信息来源|作者|编辑|责任编辑|浏览次数)\s*[:：].*")
_PAGE = re.compile(
    "[【\\[】\\]]|(?:[【\\[] ?)?(?:扫一扫|打印|关闭|分享|返回|上一篇|下一篇|相关(?:链接|新闻|附件)|责任编辑|"
    "(?:编辑|来源)[:：]|版权|浏览|点击)[^。]{0,40}|[^。，]{0,6}(?:打印|关闭)[^。，]{0,6}"
)
"""What a web page prints below a text."""
_SESSION = re.compile(
    r"[—－-]{0,6}\s*(?P<date>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)?\s*"
    r"(?P<session>\S.*?(?:次会议|大会(?!第))上?(?:的政府工作报告)?)\s*(?P<speaker>\S.*?)?(?:作(?:政府)?工作报告。?)?"
)
_SPEAKER = re.compile(r"[^，。：；]{0,24}(?:省长|市长|主席|县长|区长|州长|旗长|盟长|专员|主任)[^，。：；]{0,24}")
_MARK = re.compile(r"[（(](?P<mark>[^（）()]{2,12}稿)[）)]")
_SALUTATION = re.compile(r"(?:各位|尊敬的)[^，。！]{0,12}[：:]")
_FRONT_LINES = 12
_BLANKS = re.compile("[\u2000-\u200b\u3000\xa0\t\v\f\r\ufeff]+| {2,}")
_TYPED = re.compile(
    "(?<=[\u3001-\u9fff\uff00-\uffef“”]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) +(?=[\u4e00-\u9fff])|(?<=[0-9]) +(?=[%％‰])"
)
"""A blank between Chinese and a number, as some typists and converters put it; the house style has none."""
_SPREAD = re.compile("[\u4e00-\u9fff](?: [\u4e00-\u9fff]){3,}")
"""A title set with blanks: 政 府 工 作 报 告."""
_REFUSED = re.compile("[^\n -~\xa1-\u2027\u202a-\ud7ff\uf900-\ufefe\uff00-\ufffd\U00010000-\U000effff]")


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The lines above the salutation; empty where the file has none.  ``dropped`` are lines that no report prints."""

    mark: str = ""
    title: str = ""
    date: str = ""
    session: str = ""
    speaker: str = ""
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """A report that was read: title block, paragraphs (blanks at both ends gone), and what could not be taken over."""

    front: TitleBlock
    paragraphs: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def published(draft: Draft) -> Published:
    """The report in a draft: tracked changes accepted, a row of a table as a line with tabs, no footnotes, no boxes."""
    lines: list[str] = []
    left_out: list[str] = []
    for (place, row), group in groupby(draft.paragraphs, lambda paragraph: (paragraph.place, _row_of(paragraph))):
        paragraphs = list(group)
        if row is not None:
            lines.extend(filter(None, [_cells(paragraphs)]))
            continue
        for line in (line for paragraph in paragraphs for line in paragraph.text.split("\n")):
            text = _clean(line)
            if text and place in (Place.BODY, Place.TABLE):
                lines.extend(_broken(_together(text)))
            elif text:
                left_out.append(text)
    front, body = _title_block(lines)
    end = len(body)
    while end and _PAGE.fullmatch(body[end - 1]):
        end -= 1
    return Published(front, parted_labels(tuple(body[:end])), (*left_out, *body[end:]))


def _row_of(paragraph: DraftParagraph) -> tuple[int, int] | str | None:
    """What paragraphs of one table row have in common; None for the others, which are told apart by their place."""
    if paragraph.place is Place.TABLE and paragraph.cell is not None:
        return paragraph.cell[:2]
    if paragraph.place is Place.TABLE and "\t" in paragraph.text:
        return paragraph.text
    return None


def _cells(paragraphs: list[DraftParagraph]) -> str:
    """A row of a table as a line, its cells parted by tabs."""
    if paragraphs[0].cell is None:
        return "\t".join(_clean(cell) for cell in paragraphs[0].text.split("\t"))
    width = max(paragraph.cell[2] for paragraph in paragraphs if paragraph.cell)
    texts = [""] * width
    for paragraph in paragraphs:
        if paragraph.cell:
            texts[paragraph.cell[2] - 1] += _clean(paragraph.text)
    return "\t".join(texts)


def _together(text: str) -> str:
    """A text without the blanks that stand between Chinese and numbers, or spread a title."""
    if text.startswith("附件"):
        return text
    return text.replace(" ", "") if _SPREAD.fullmatch(text) else _TYPED.sub("", text)


def squeezed(text: str) -> str:
    """A text without any blanks, as texts are compared."""
    return "".join(_clean(text).split())


def _clean(text: str) -> str:
    """Wide and invisible blanks made plain ones; characters that no YAML file may hold are dropped."""
    return _REFUSED.sub("", _BLANKS.sub(" ", text)).strip()


def _broken(text: str) -> Iterator[str]:
    """A text that lost its line breaks, broken before its headings and at blanks behind a stop."""
    if len(text) <= _LONG_LINE:
        yield text
        return
    places = {heading.start for heading in headings(text, 1) if heading.level <= 2}
    places |= {heading.end for heading in headings(text, 1) if heading.level == 1}
    places |= {match.end() for match in re.finditer(r"(?<=[。！？：”]) ", text)}
    edges = [0, *sorted(place for place in places if 0 < place < len(text)), len(text)]
    for start, end in pairwise(edges):
        if piece := text[start:end].strip():
            yield piece


def _title_block(lines: list[str]) -> tuple[TitleBlock, list[str]]:
    """Title block and body: the block ends at the salutation, or at the first line that cannot belong to it."""
    limit = next((i for i, line in enumerate(lines[:_FRONT_LINES]) if _SALUTATION.fullmatch(line)), None)
    found: dict[str, str] = {}
    dropped: list[str] = []
    used = 0
    for line in lines[: _FRONT_LINES if limit is None else limit]:
        fields = _front_line(line, found)
        if fields is None and limit is None:
            break
        used += 1
        if fields:
            found |= fields
        else:
            dropped.append(line)
    block = TitleBlock(**found, dropped=tuple(dropped))
    return block, lines[used:]


def _front_line(line: str, found: dict[str, str]) -> dict[str, str] | None:
    """What a line of the title block says; {} for a line that is not printed again, None for ordinary text."""
    if _SOURCE.fullmatch(line):
        return {}
    if match := _MARK.fullmatch(line):
        return {"mark": match["mark"]}
    if len(line) <= 40 and _TITLE.fullmatch(line) and "会议" not in line:
        return {"title": line} if "title" not in found else {}
    session = _SESSION.fullmatch(line) if len(line) <= 90 and not line.startswith("现在") else None
    if session is not None and "session" not in found:
        words = {name: text for name, text in session.groupdict().items() if text}
        return words | ({"date": words["date"].replace(" ", "")} if "date" in words else {})
    if len(line) <= 40 and "speaker" not in found and _SPEAKER.fullmatch(line):
        return {"speaker": line}
    return None
