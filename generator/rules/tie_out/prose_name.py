"""没有登记的名称走样：生成的正文里写着的地名、机构、项目名，稿子里错了一个字。

登记过的名称由“专名走样”（T106）核对；这里核对写在句子里、没有登记的名称：前后的字都没动，只有名称里错、漏、多、
颠倒了一个字，而且改成的字样全文没有出现过。

反例：（生成的正文：安丘市成为示范县）安邱市成为示范县。
正例：（生成的正文：推动综合试点）推进综合试点。

依据：生成记录：正文原来怎么写。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import Stretch
from generator.alignment.distances import opcodes
from generator.alignment.taken import Taken
from generator.analysis.verbs import ends_in_verb
from generator.diagnostics import Fix, Severity, Span
from generator.document import paragraphs_of, text_of
from generator.patterns import Pattern
from generator.rules.consistency.near_repeats import particles, siblings
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("T113", "prose-name", Group.TIE_OUT, Severity.WARNING, "没有登记的名称走样", frozenset((Need.BASE,)))

_INTACT = 4
"""So many characters on either side must be untouched (fewer at the ends of a sentence)."""
_REACH = 8
_PLACE = Pattern("[一-龥]{2,3}[省市县镇州旗]|[一-龥]{2}[区湖河江山港湾岛]")
_BODY = Pattern(
    "大学|学院|学校|中学|小学|幼儿园|医院|委员会|公司|集团|银行|交易所|交易中心|研究院|实验室|博物馆|图书馆|美术馆|艺术馆"
    "|运动会|亚运会|大会|博览会|论坛|大赛|水库|高铁|高速|铁路|大桥|新桥|机场|湿地|基地|产业园|工厂|股份|动力"
)
"""Endings of bodies, works and meetings; plainer ones (企业, 行动) too often follow a verb that people reword."""
_NO_PLACE = Pattern("[全我各本外][省市县镇州旗区]|[城全我都各本省地]市|[社小园地辖城老新片]区|省市|市县|县市|州市")

Edit = tuple[int, int, int, int]
"""Where a change stands in the generated and in the drafted paragraph: two intervals, characters from 0."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Single slips inside names of sentences that are otherwise as generated."""
    assert context.base is not None
    assert context.alignment is not None
    if not context.alignment.edited:
        return
    known = _pairs("\n".join(text_of(runs) for runs in paragraphs_of(context.base)))
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
    longest = max(len(right), len(wrong))
    if longest > 3 or (longest > 1 and sorted(right) != sorted(wrong)):
        return False
    if not all("一" <= c <= "龥" for c in right + wrong):
        return False
    if not particles().isdisjoint(right + wrong) or siblings().issuperset(right + wrong):
        return False
    joint = drafted[max(0, edit[2] - 1) : edit[3] + 1]
    return _pairs(joint).isdisjoint(known) and bool(_name_around(generated, edit))


def _name_around(text: str, edit: Edit) -> str:
    """The name that a change stands in; empty where there is none."""
    for match in _PLACE.finditer(text, max(0, edit[0] - 4), edit[1] + 4):
        is_place = not _NO_PLACE.search(match.group()) and not ends_in_verb(match.group()[:-1])
        if is_place and match.start() <= edit[0] and edit[1] <= match.end():
            return match.group()
    body = _BODY.search(text, max(0, edit[0] - 2), edit[1] + _REACH)
    if body is not None and body.end() > edit[0] and text[edit[0] : body.end()].isalnum():
        return text[max(0, edit[0] - 3) : body.end()]
    return ""


def _finding(context: CheckContext, stretch: Stretch, edit: Edit) -> Finding:
    generated, drafted = stretch.base.text, stretch.draft.text
    left = min(2, edit[0], edit[2])
    right = min(2, len(generated) - edit[1], len(drafted) - edit[3])
    start, end = stretch.draft.start + edit[2] - left, stretch.draft.start + edit[3] + right
    span: Span = context.paragraphs[stretch.draft.paragraph - 1].span(start, end)
    wanted = generated[edit[0] - left : edit[1] + right]
    message = f"原来写的是“{wanted}”（{_name_around(generated, edit)}），这里写成“{span.text}”"
    return Finding(span, message, wanted, fix=Fix(wanted))


def _pairs(text: str) -> frozenset[str]:
    """All neighbouring characters of a text."""
    return frozenset(text[start : start + 2] for start in range(len(text) - 1))
