"""没有填完、没有删净的东西：模板占位、待核标记、空括号。

“{{ gdp }}”“【待填】”“XX亿元”“××”“〔〕”“待核实”都说明这一处还没有定稿。

反例：全市地区生产总值增长{{ gdp }}%。
反例：完成投资XX亿元，新增企业××家。
反例：引进项目【待核】个。
反例：社会消费品零售总额增长__%。
反例：城镇新增就业9.5万人（待核实），由某某局牵头。
反例：新增就业N万人，完成投资……亿元，20XX年建成。
反例：按照国发〔〕号文件要求，投资#REF!亿元。
正例：“1+N”政策的“N”指若干专项方案。怎么办？个别企业已经作答。
正例：深化“放管服”改革［3］，营商环境有待优化，短板亟待补齐，开展X射线检查，4×4产业格局，规划面积5×8公里，二○二四年，XR产业，待业人员就业。

依据：通用的定稿规范；《党政机关公文处理工作条例》第二十条（审核：内容准确、文字规范）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import CHINESE, Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R120", "leftovers", Group.STRUCTURE, Severity.ERROR, "没有填完的占位、没有删净的标记", anywhere=True)

_UNITS = "%％‰亿万个家项元年月日号人户名亩处座条套次位吨"
_BEHIND_LARGE = "元吨亩户人千立平公，。；、"
_AMOUNTS = (
    *(large + behind for large in "万亿" for behind in _BEHIND_LARGE),
    *("元", "亩", "吨", "%", "％", "‰", "公里", "平方", "立方", "人次", "个", "家", "项", "座", "条", "所", "户"),
)
"""Units that want a number before them."""
_LONGER = {
    "个": "别人体性",
    "家": "家长庭乡里门国",
    "项": "目",
    "座": "谈",
    "条": "件例款",
    "所": "有以谓需在",
    "户": "籍均外口",
}
_WORDS_ONLY = tuple(unit + behind for unit, following in _LONGER.items() for behind in following)
"""Words that begin like a unit."""
_TO_DO = (
    "补充|补|填写|填报|填|核实|核对|核准|核|查证|查|定稿|确认|更新"
    "|替换|修改|完善|细化|统计|报|提供|写|改|续|添加|插入|商|审|定"
)
"""What 待 is said of that is still to be done."""
_NOTE_MARK = Pattern(r"[【\[［][0-9０-９]{1,3}[】\]］]")
"""［3］, which leads to a note; a number that a unit follows is one still to be looked at."""
_IN_ENGLISH = ("TODO", "TBD", "TBC", "tbd", "tbc", "FIXME", "XXX", "N/A", "NaN", "None", "null", "undefined", "Lorem")
_SIGNS = Pattern(
    r"\{\{.{0,80}?\}\}|\{[%#].{0,80}?[%#]\}|\{\{|\}\}|\{\s*\}|\$\{[^}]{0,40}\}?"
    rf"|<(?:[A-Za-z_/]|{CHINESE})[^<>]{{0,30}}>|＜[^＜＞]{{1,20}}＞|<\s*>|#(?:REF|DIV/0|VALUE|N/A|NAME|NUM|NULL)[!?]?"
    r"|【[^【】]{0,40}】|\[[^\[\]]{0,40}\]|［[^［］]{0,40}］|〔\s*〕"
    r"|[_＿]{2,}|＿|[□■●◆◇◯]{2,}|[□■]|[?？]{2,}|[*＊]{2,}|※+|▲{2,}|#{2,}|~{3,}|[@＠]{2,}",
    needs=tuple("{<＜#【[［〔_＿□■●◆◇◯?？*＊※▲~@＠}$"),
)
_BRACKETS = Pattern(r"[（(]\s*[?？]*\s*[）)]", needs=tuple("（("))
_LETTERS = Pattern(
    rf"(?<![A-Za-z0-9])(?:[XxＸｘ]{{2,}}(?:[.．][XxＸｘ]+)?|[Xx][.．][Xx]+)(?![A-Za-z0-9])|[×✕╳]{{2,}}"
    rf"|20[0-9XxＸ×]{{0,2}}[XxＸ×](?=年)|[XxＸ×]{{1,2}}月[XxＸ×]{{1,2}}日|(?<![A-Za-z0-9])[XxＸｘ×✕╳](?=\s?[{_UNITS}])"
    r"|(?<![一二〇○])[〇○]{2,}(?!年)",
    needs=tuple("XxＸｘ×✕╳〇○"),
)
_SLOTS = Pattern(
    rf"(?=[?？NnYyＮOoＯ0…*＊◯○●—–－若-])(?:(?:(?<={CHINESE})|(?<=[，：]))[?？]|(?<![A-Za-z0-9+“])[NnYyＮ]|(?<![A-Za-z0-9])[OoＯ]{{2,}}"
    rf"|(?<![0-9.,])(?<![0-9]，)0{{2,}}(?:\.0+)?|(?<!…)…++|[*＊◯○●]|(?:(?<={CHINESE})|(?<=，))[—–－-]{{1,3}}|若干(?=[?？]))"
    r"(?P<asked>[?？])?",
    needs=(*"?？NnYyＮOoＯ…*＊◯○●—–－-", "00"),
)
"""What may stand where a number will; a question mark or a unit behind says that it does."""
_PENDING = Pattern(
    rf"(?<![有亟尚仍还急等期])待(?:{_TO_DO})(?=[）)】\]〕，。；：、！%％]|[万亿]元|个百分点|$)",
    needs=tuple(f"待{what}" for what in _TO_DO.split("|")),
)
_NOTES = Pattern(
    r"[（(【\[](?:(?:删|删除|同上|略|暂定|拟删|待定|不用|重复|空|缺|暂缺|后补|未定|无数据|另附)[）)】\]]"
    r"|(?:此处|此段|本段|本句|数据|数字|注|备注|说明|请|需|拟|暂|原稿|修改|建议)[^）)】\]]{0,30}"
    r"(?:待|核|补|填|确认|提供|更新|删|改|缺|定)[^）)】\]]{0,12}[）)】\]]"
    r"|(?:原稿|旧稿)[^）)]{0,20}[）)]|(?:[项企单]目?业?位?名称|数字|日期|金额|时间|地点|姓名)[）)])",
    needs=tuple("（(【["),
)
"""What somebody noted in brackets."""
_WORDS = Pattern(
    rf"(?:{'|'.join(_IN_ENGLISH)})(?![A-Za-z])|(?:批注|审核意见)[：:]"
    r"|某某+|某(?:市|县|区|局|单位|企业|项目)(?=[，。、；])|此处(?:插入|补充|填写|省略|略)|数据?(?:暂缺|待补|缺失|后补)(?=[，。；）])",
    needs=("某", "批注", "审核意见", "此处", "暂缺", "待补", "缺失", "后补", *_IN_ENGLISH),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Slots, placeholders and notes to oneself."""
    for paragraph in context.paragraphs:
        end = 0
        for match in sorted(_found(paragraph.text), key=lambda m: (m.start(), -m.end())):
            if match.start() >= end:
                end = match.end()
                yield Finding(paragraph.span(*match.span()), f"“{match.group()}”还没有填好或删去")


def _found(text: str) -> Iterator[re.Match[str]]:
    """Whatever looks like a leftover, in no order."""
    for match in _SIGNS.finditer(text):
        if not _NOTE_MARK.fullmatch(match.group()) or _is_amount(text, match.end()):
            yield match
    for match in _SLOTS.finditer(text):
        if match["asked"] or _is_amount(text, match.end()):
            yield match
    for pattern in (_BRACKETS, _LETTERS, _PENDING, _NOTES, _WORDS):
        yield from pattern.finditer(text)


def _is_amount(text: str, at: int) -> bool:
    """Whether a unit stands at ``at``, or behind one blank there."""
    start = at + text[at : at + 1].isspace()
    return text.startswith(_AMOUNTS, start) and not text.startswith(_WORDS_ONLY, start)
