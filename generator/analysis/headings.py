"""Headings by what is written, since drafts from offices carry no heading styles.

一、… · （一）… · 1. … · （1）… · ——… · bare part headings (2024年工作回顾) · annexes; also inside a text that lost
its line breaks.  Marks typed wrong (一．, (二), （三）、) are recognised too, so that numbering can still be followed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.numerals.reading import read_chinese
from generator.patterns import Pattern

_MAX_HEAD = 40
_CN = "[一二三四五六七八九十]"
_MARK = Pattern(
    rf"(?P<one>{_CN}{{1,3}})(?:、(?!{_CN}+、)|(?P<odd_one>[ 　]?[,，.．:：][ 　]?|[ 　]、?|、[ 　.．,，]))"
    rf"|(?P<open>[（(])(?P<two>{_CN}{{1,3}})(?P<close>[）)])(?P<odd_two>[、.．,，：:]?)"
    rf"|[（(](?P<unclosed>{_CN}{{1,3}})(?=[^）)一二三四五六七八九十、，带批个些\s]{{2}}|[进][^）)]{{3}})"
    rf"|(?P<unopened>{_CN}{{1,3}})[）)]"
    r"|(?P<dash>[—–－―─-]{1,4}(?=[^—–－―─\s0-9-]{2}))"
    r"|(?P<three>[0-9]{1,2})(?:[.．](?![0-9])|、)|[（(](?P<four>[0-9]{1,2})[）)]"
)
_SENTENCE_START = Pattern(r"(?=[一二三四五六七八九十（(—–－―─0-9-])(?:^|(?<=[。！？；：\s”]))")
_END_OF_HEAD = Pattern(r"[。！？：；\s]|$")

_YEAR = (
    r"(?:[12][0-9]{3}年?(?:[—－~～-][12][0-9]{3})?年|[一二][〇○零一二三四五六七八九]{3}年"
    r"|过去[一五]年|今后五年|未来五年)"
)
_PART_NOUN = (
    r"(?:的?主要)?(?:政府)?(?:工作)?(?:回顾|情况|安排建议|安排|总体要求|思路|部署"
    r"|重点任务|主要任务|目标任务|重点工作|工作任务|工作)"
    r"(?:[和与及、](?:主要|重点|预期|目标|任务|工作){1,4})?"
)
_PART_HEAD = Pattern(rf"(?:关于)?{_YEAR}(?:[和及]{_YEAR})?{_PART_NOUN}|[^，。]{{0,8}}政府自身(?:改革和?)?建设")
_PERIOD = "“十[一二三四五六七]五”(?:时期|期间)"
_BARE_PART = Pattern(
    rf"(?:(?:关于)?{_YEAR}(?:[和及]{_YEAR})?{_PART_NOUN}(?:的建议)?|(?:全面|切实|进一步)?加强政府自身建设"
    rf"|{_PERIOD}[^，。；：]{{0,16}}(?:{_YEAR})?(?:工作)?(?:回顾|主要目标|目标任务|主要任务|重点任务|重点工作|工作安排|总体要求))$"
)
_LOST_BREAK_PART = Pattern(rf"(?<=[。！？\s]){_YEAR}(?:工作回顾|(?:政府)?工作安排(?:建议)?)(?=[^，。；：、的]{{2}})")
_ANNEX = Pattern(
    r"附件[0-9一二三四五六七八九十]{0,2}(?:[：:\s　]+\S{2,24})?$"
    r"|(?:《政府工作报告》(?:有关)?(?:内容)?)?名词(?:解释|注释)$"
)
_LOST_BREAK_ANNEX = Pattern(r"(?<=[。！？\s])(?:附件[0-9一二三]?(?=[：:\s0-9《])|名词(?:解释|注释)(?=\s?1[.．]))")
_WORD = Pattern(rf"(?<![^\s。！？])[^\s。！？]{{4,{_MAX_HEAD}}}(?!\S)")
_LONG_LINE = 3_000
"""A paragraph longer than this (characters) is a text that lost its line breaks."""


@dataclass(frozen=True, slots=True)
class HeadingFound:
    """A heading in a draft.

    ``level`` 1 is 一、, a bare part heading or an annex; 2 is （一） or ——, 3 is 1., 4 is （1）.  ``number`` counts
    from 1; a —— and a bare heading have none.  ``start`` is where its mark begins, ``end`` where its words end
    (characters from 0); ``alone`` says that it fills its paragraph.  ``mark`` is the mark as typed; ``odd`` says that
    it is not of the form that it should have.
    """

    paragraph: int
    level: int
    number: int | None
    start: int
    end: int
    text: str
    alone: bool
    mark: str = ""
    odd: bool = False


def headings(text: str, paragraph: int) -> list[HeadingFound]:
    """The headings that begin a paragraph, or a sentence in a text without line breaks."""
    bare = _bare(text, paragraph)
    if bare is not None:
        return [bare]
    found = [_marked(text, place.start(), paragraph) for place in _SENTENCE_START.finditer(text)]
    kept = [heading for heading in found if heading is not None]
    if len(text) > _LONG_LINE:
        kept += _lost_parts(text, paragraph, kept)
    return sorted(kept, key=lambda heading: heading.start)


def _bare(text: str, paragraph: int) -> HeadingFound | None:
    """A paragraph that is a part heading or an annex's without any mark."""
    words = text.strip()
    if len(words) <= _MAX_HEAD and (_ANNEX.match(words) or _BARE_PART.match(words)):
        start = text.index(words)
        return HeadingFound(paragraph, 1, None, start, start + len(words), words, True)
    return None


def _lost_parts(text: str, paragraph: int, found: list[HeadingFound]) -> list[HeadingFound]:
    """Annexes and bare part headings in a long line; without spaces around them only where no part is numbered."""
    places = [match.span() for match in _LOST_BREAK_ANNEX.finditer(text)]
    places += [m.span() for m in _WORD.finditer(text) if _BARE_PART.match(m.group()) or _ANNEX.match(m.group())]
    if not any(heading.level == 1 for heading in found):
        places += [match.span() for match in _LOST_BREAK_PART.finditer(text)]
    return [HeadingFound(paragraph, 1, None, start, end, text[start:end], False) for start, end in sorted(set(places))]


def _marked(text: str, start: int, paragraph: int) -> HeadingFound | None:
    match = _MARK.match(text, start)
    if match is None or not _plausible(text, match, start):
        return None
    end = _end_of_head(text, match)
    head = text[match.end() : end]
    if len(head) > _MAX_HEAD and (match["two"] or match["one"]) and len(text) > _LONG_LINE:
        end = match.end() + _MAX_HEAD
        head = text[match.end() : end]
    if not 2 <= len(head) <= _MAX_HEAD:
        return None
    level, number = _level(match)
    alone = start == len(text) - len(text.lstrip()) and end >= len(text.rstrip())
    return HeadingFound(paragraph, level, number, start, end, head, alone, match.group(), _is_odd(match))


def _plausible(text: str, match: re.Match[str], start: int) -> bool:
    """Inside a line only marks that cannot be ordinary prose; at its beginning odd ones too, if a head follows."""
    if start == 0:
        return not match["odd_one"] or _looks_like_head(text, match.end())
    if match["two"]:
        listed = match["odd_two"] and (len(text) <= _LONG_LINE or text[match.end() : match.end() + 1] in "（(")
        return not listed and text[start - 1] != "”"
    if match["one"]:
        opens = not match["odd_one"] or _opens_part(text, match.end())
        return opens and (text[start - 1] in "。！？”" or text[start - 1].isspace())
    if match["four"]:
        return text[start - 1] in "。！？"
    return match["dash"] == "——" and text[start - 1] != "”"


def _opens_part(text: str, start: int) -> bool:
    """Whether the head of a part follows, in a text that lost its line breaks."""
    return len(text) > _LONG_LINE and _PART_HEAD.match(text, start, start + _MAX_HEAD) is not None


def _looks_like_head(text: str, start: int) -> bool:
    rest = text[start:].strip()
    return len(rest) <= _MAX_HEAD and not any(sign in rest.rstrip("。") for sign in "，。；：")


def _end_of_head(text: str, match: re.Match[str]) -> int:
    """Where the words end: at a sign or a break, or behind a part's name where the break was lost."""
    end = _END_OF_HEAD.search(text, match.end())
    place = end.start() if end else len(text)
    if match["one"] and len(text) > _LONG_LINE:
        part = _PART_HEAD.match(text, match.end(), match.end() + _MAX_HEAD)
        if part is not None:
            return min(place, part.end())
    return place


def _is_odd(match: re.Match[str]) -> bool:
    return bool(
        match["odd_one"]
        or match["odd_two"]
        or match["unclosed"]
        or match["unopened"]
        or (match["two"] and (match["open"] == "(") != (match["close"] == ")"))
        or (match["dash"] and match["dash"] != "——")
    )


def _level(match: re.Match[str]) -> tuple[int, int | None]:
    if match["one"]:
        return 1, read_chinese(match["one"])
    two = match["two"] or match["unclosed"] or match["unopened"]
    if two:
        return 2, read_chinese(two)
    if match["dash"]:
        return 2, None
    if match["three"]:
        return 3, int(match["three"])
    return 4, int(match["four"])
