"""没有登记的名称走样：生成的正文里写着的地名、机构、项目名，稿子里错了一个字。

登记过的名称由“专名走样”（T106）核对；这里核对写在句子里、没有登记的名称：前后的字都没动，只有名称里错、漏、多、
颠倒了一个字，而且改成的字样全文没有出现过；地名换成了别的地名，英文缩写换了字母；引号里的提法改了、漏了一两个字；
不在名称里的，换成了同音字，或换成了前后都连不成词的字。

反例：（生成的正文：安丘市成为示范县）安邱市成为示范县。
正例：（生成的正文：推动综合试点）推进综合试点。

依据：生成记录：正文原来怎么写。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, starmap
from re import Match

from generator.alignment.alignment import Stretch
from generator.alignment.distances import opcodes
from generator.alignment.taken import Taken
from generator.analysis.verbs import ends_in_verb
from generator.diagnostics import Fix, Severity, Span
from generator.patterns import CHINESE, Pattern
from generator.rules.consistency.near_repeats import particles, siblings
from generator.rules.consistency.usual_pairs import is_usual, usual_followers
from generator.rules.context import CheckContext
from generator.rules.homophones import sound_alike
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("T113", "prose-name", Group.TIE_OUT, Severity.WARNING, "没有登记的名称走样", frozenset((Need.BASE,)))

_INTACT = 4
"""So many characters on either side must be untouched (fewer at the ends of a sentence)."""
_REACH = 8
_FAR = 26
"""How far a quotation or the name of an organ is looked for."""
_LONGEST = 3
_SELDOM = 8
"""Characters that are usual beside one that is seldom written; a common one may have been meant."""
_PLACE = Pattern(rf"{CHINESE}{{2,3}}[省市县镇州旗]|{CHINESE}{{2}}[区湖河江山港湾岛]")
_BODY = Pattern(
    rf"大学|学院|学校|中学|小学|幼儿园|医院|委员会|公司|集团|银行|交易所|交易中心|研究院|实验室|(?<={CHINESE})[段线](?!{CHINESE})|博物馆|图书馆|美术馆|艺术馆"
    "|运动会|亚运会|大会|博览会|论坛|大赛|水库|高铁|高速|铁路|大桥|新桥|机场|湿地|基地|产业园|工厂|股份|动力"
)
"""Endings of bodies, works and meetings; plainer ones (企业, 行动) too often follow a verb that people reword."""
_ORGAN = Pattern("常委会|人民团体|民主党派|人大代表|政协委员|人民政府|人民法院|检察院|武警官兵|消防救援|离退休")
_QUOTED = Pattern("“[^“”]{3,24}”")
_IN_QUOTES = 2
"""So many characters of what is quoted may be changed for it to be a slip."""
_CITY = Pattern(rf"{CHINESE}{{2,3}}[省市县州旗]")
_NO_PLACE = Pattern(
    "[全我各本外][省市县镇州旗区]|城镇|街区|[全我都各本省地]市|(?<![诸聊盐运宣晋邹禹麻项海丰凤韩兴桐])城市|[社小园地辖城老新片]区|[进范强秀]市"
    "|(?:^|[省全各部两个])(?:省市|市县|县市|州市)"
)
_ACRONYM = Pattern("[A-Z]{2,}")

Edit = tuple[int, int, int, int]
"""Where a change stands in the generated and in the drafted paragraph: two intervals, characters from 0."""

_ADVERBS = frozenset("已更也再还又均都将正共约近仍常亦各新大")
"""What may be put in before or behind a name without touching it."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Single slips inside names of sentences that are otherwise as generated."""
    assert context.base is not None
    assert context.alignment is not None
    if not context.alignment.edited:
        return
    known = _pairs(context.generated_text)
    told = Taken()
    for tie in context.alignment.ties:
        told.add_span(tie.span)
    for stretch in context.alignment.edited:
        for edit in _edits(stretch.base.text, stretch.draft.text):
            start, end = stretch.draft.start + edit[2], stretch.draft.start + edit[3]
            if _is_slip(stretch.base.text, stretch.draft.text, edit, known) and not told.meets(
                stretch.draft.paragraph, start, max(end, start + 1)
            ):
                yield _finding(context, stretch, edit)


def _edits(generated: str, drafted: str) -> Iterator[Edit]:
    """Changes between untouched characters."""
    merged: list[Edit] = []
    for code in opcodes(generated, drafted):
        if code.tag == "equal":
            continue
        edit = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        if merged and edit[0] - merged[-1][1] <= 1:
            merged[-1] = (merged[-1][0], edit[1], merged[-1][2], edit[3])
        else:
            merged.append(edit)
    for index, edit in enumerate(merged):
        quiet_before = not index or edit[0] - merged[index - 1][1] >= _INTACT
        quiet_behind = index + 1 == len(merged) or merged[index + 1][0] - edit[1] >= _INTACT
        if quiet_before and quiet_behind:
            yield edit


def _is_slip(generated: str, drafted: str, edit: Edit, known: frozenset[str]) -> bool:
    right, wrong = generated[edit[0] : edit[1]], drafted[edit[2] : edit[3]]
    if _ACRONYM.fullmatch(right):  # a name spelt out is longer than its letters
        return 0 < len(wrong) <= len(right)
    if not all("一" <= c <= "龥" for c in right + wrong):
        return False
    if _is_other_place(generated, drafted, edit):
        return True
    longest = max(len(right), len(wrong))
    joint = drafted[max(0, edit[2] - 1) : edit[3] + 1]
    if len(right) == len(wrong) == 1 and _is_doubled(joint, wrong, known):
        return True
    if longest > _LONGEST or not _han_pairs(joint).isdisjoint(known) or siblings().issuperset(right + wrong):
        return False
    if _sound_alike(right, wrong) or (longest <= _IN_QUOTES and _around(generated, edit, _QUOTED, within=True)):
        return True
    if longest > 1 and sorted(right) != sorted(wrong):
        return False
    if len(right) == len(wrong) == 1 and _is_no_word(joint):
        return True
    is_free = (not right and wrong in _ADVERBS) or not particles().isdisjoint(right + wrong)
    return not is_free and bool(_name_around(generated, edit))


def _is_doubled(joint: str, wrong: str, known: frozenset[str]) -> bool:
    """Whether a character gave way to its neighbour once more (城城更新), as nowhere in the generated text."""
    return joint.count(wrong) > 1 and wrong * 2 in joint and wrong * 2 not in known


def _is_no_word(joint: str) -> bool:
    """Whether a seldom character goes neither with the one before it nor with the one behind it."""
    if len(joint) != 3 or len(_han_pairs(joint)) != 2:
        return False
    if any(starmap(is_usual, pairwise(joint))):
        return False
    usual = usual_followers()
    return len(usual.get(joint[1], "")) + sum(joint[1] in behind for behind in usual.values()) <= _SELDOM


def _sound_alike(right: str, wrong: str) -> bool:
    """Whether each character is the right one or its homophone."""
    if len(right) != len(wrong):
        return False
    return all(one == other or sound_alike(one, other) for one, other in zip(right, wrong, strict=True))


def _is_other_place(generated: str, drafted: str, edit: Edit) -> bool:
    """Whether the name of a place was replaced by another, or made one of another kind (某市, 某县)."""
    place = _place_around(generated, edit, _CITY)
    if place is None:
        return False
    shift = edit[3] - edit[1]
    start, end = place.start() + edit[2] - edit[0], place.end() + shift
    other = drafted[start:end]
    name = place.group()[:-1]
    if edit[0] < place.end() - 1:  # the name itself: all of it, in the same length
        return (
            edit[0] <= place.start() and edit[1] == place.end() - 1 and _is_place(other) and len(name) == len(other) - 1
        )
    return edit[1] == place.end() and other[:-1] == name and other[-1:] in "省市县旗镇乡"


def _name_around(text: str, edit: Edit) -> str:
    """The name that a change stands in; empty where there is none."""
    place = _place_around(text, edit, _PLACE)
    if place is not None:
        return place.group()
    organ = _around(text, edit, _ORGAN)
    if organ is not None:
        return organ.group()
    body = _BODY.search(text, max(0, edit[0] - 2), edit[1] + _REACH)
    starts_with_number = text[edit[1] : edit[1] + 1].isdigit()  # 10个试点产业园: a count, not a name
    if body is not None and body.end() > edit[0] and text[edit[0] : body.end()].isalnum() and not starts_with_number:
        return text[max(0, edit[0] - 3) : body.end()]
    return ""


def _place_around(text: str, edit: Edit, pattern: Pattern) -> Match[str] | None:
    for match in pattern.finditer(text, max(0, edit[0] - 4), edit[1] + 4):
        if match.start() <= edit[0] and edit[1] <= match.end() and _is_place(match.group()):
            return match
    return None


def _around(text: str, edit: Edit, pattern: Pattern, *, within: bool = False) -> Match[str] | None:
    """The match that a change stands in; ``within`` says that its first and last character are untouched."""
    for match in pattern.finditer(text, max(0, edit[0] - _FAR), edit[1] + _FAR):
        if match.start() + within <= edit[0] and edit[1] + within <= match.end():
            return match
    return None


def _is_place(name: str) -> bool:
    return len(name) > 2 and not _NO_PLACE.search(name) and not ends_in_verb(name[:-1])


def _finding(context: CheckContext, stretch: Stretch, edit: Edit) -> Finding:
    generated, drafted = stretch.base.text, stretch.draft.text
    left = min(2, edit[0], edit[2])
    right = min(2, len(generated) - edit[1], len(drafted) - edit[3])
    start, end = stretch.draft.start + edit[2] - left, stretch.draft.start + edit[3] + right
    span: Span = context.paragraphs[stretch.draft.paragraph - 1].span(start, end)
    wanted = generated[edit[0] - left : edit[1] + right]
    name = _name_around(generated, edit)
    message = f"原来写的是“{wanted}”{f'（{name}）' if name else ''}，这里写成“{span.text}”"
    return Finding(span, message, wanted, fix=Fix(wanted))


def _han_pairs(text: str) -> frozenset[str]:
    """The neighbouring Chinese characters of a text."""
    return frozenset(pair for pair in _pairs(text) if all("一" <= c <= "龥" for c in pair))


def _pairs(text: str) -> frozenset[str]:
    """All neighbouring characters of a text."""
    return frozenset(text[start : start + 2] for start in range(len(text) - 1))
