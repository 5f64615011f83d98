"""“部省市三方”“市县两级”：简称的字数和后面的数不一样多。

“市县两级”两个字就是两级，改了一头忘了另一头，读者一眼就能看出来。

反例：国家农综区部省市四方工作机制进一步深化，市县三级新上线1500项政务服务事项。
正例：国家农综区部省市三方工作机制进一步深化，市县两级新上线1500项政务服务事项。
正例：推动京津冀三地协同发展，沪苏浙皖四地联动。
正例：在自治区建立区市县三级调度机制，推动州县乡三级联网。

依据：党政机关公文校核的通行要求：概括语与所指一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.chinese_quantities import whole
from generator.diagnostics import Severity
from generator.numerals.chinese import counted
from generator.patterns import CHINESE, Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C106", "letters-count", Group.CONSISTENCY, Severity.WARNING, "简称字数与“几级”“几方”不符", anywhere=True)

_ORDER = ("国", "部", "省", "市地州盟", "县区旗", "乡镇街", "村")
_RANKS = {letter: rank for rank, letters in enumerate(_ORDER) for letter in letters}
_LEVELS = "".join(_ORDER)
_PLACES = (
    "京津冀|苏浙沪|沪苏浙皖|沪苏浙|苏浙皖|川渝|成渝|粤港澳|粤港|粤澳|港澳|陕甘宁|黑吉辽|晋冀豫|"
    "湘鄂赣|湘赣|闽粤|云贵川|长株潭|苏锡常|厦漳泉|京津"
)
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁港澳"
_SAID = Pattern(rf"(?P<letters>[{_LEVELS}]{{2,5}})(?P<number>[两二三四五六])(?P<what>级|方|层)(?!分化|联创)")
_GROUP = Pattern(
    rf"(?<![{_PROVINCES}])(?P<letters>{_PLACES})(?P<number>[两二三四五六])(?P<what>地|省市|省|市|方)(?!{CHINESE}?[一二两三四五六]市)",
    needs=tuple(_PLACES.split("|")),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Runs of one-letter names with a number of levels, sides or places behind."""
    for paragraph in context.paragraphs:
        for match in (*_SAID.finditer(paragraph.text), *_GROUP.finditer(paragraph.text)):
            before = paragraph.text[match.start() - 1 : match.start()]
            if before == "、":
                continue
            number, sizes = whole(match["number"]), _sizes(match["letters"], before in "，。；：")
            if number in sizes:
                continue
            expected = counted(max(sizes)) + match["what"]
            said = f"{match['number']}{match['what']}"
            span = paragraph.span(match.start("number"), match.end("what"))
            yield Finding(
                span, f"“{match['letters']}”是{'或'.join(map(str, sorted(sizes)))}个字，后面写的是“{said}”", expected
            )


def _sizes(letters: str, free: bool) -> set[int]:
    """How many levels the letters may name.

    Those at the end that go down in rank (农综区·部省市); two of one rank (街乡) are one level or two.  ``free`` says
    that nothing can belong to the first letter, so that all of them may count.  区 before 市 is an autonomous region
    (区市县三级), or belongs to what stands before (全区·市县两级), as 国 may (全国·省市县三级).
    """
    if any(letter not in _RANKS for letter in letters):
        return {len(letters)}
    ranks = [_RANKS[letter] for letter in letters]
    begin = len(ranks) - 1
    while begin > 0 and ranks[begin - 1] <= ranks[begin]:
        begin -= 1
    found = {len(ranks) - begin, len(set(ranks[begin:]))}
    if letters[0] == "国":
        found.add(len(ranks) - begin - 1)
    if begin and letters[begin - 1] == "区" and ranks[begin] == _RANKS["市"]:
        found.add(len(ranks) - begin + 1)
    return found | {len(ranks)} if free or found == {1} else found
