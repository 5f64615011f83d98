"""没有填完、没有删净的东西：模板占位、待核标记、空括号。

“{{ gdp }}”“【待填】”“XX亿元”“××”“〔〕”“待核实”都说明这一处还没有定稿。

反例：全市地区生产总值增长{{ gdp }}%。
反例：完成投资XX亿元，新增企业××家。
反例：引进项目【待核】个。
反例：社会消费品零售总额增长__%。
反例：城镇新增就业9.5万人（待核实），由某某局牵头。
反例：按照国发〔〕号文件要求，投资#REF!亿元。
正例：营商环境有待优化，短板亟待补齐，开展X射线检查，4×4产业格局，规划面积5×8公里，二○二四年，XR产业，待业人员就业。

依据：通用的定稿规范；《党政机关公文处理工作条例》第二十条（审核：内容准确、文字规范）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R120", "leftovers", Group.STRUCTURE, Severity.ERROR, "没有填完的占位、没有删净的标记", anywhere=True)

_UNITS = "%％‰亿万个家项元年月日号人户名亩处座条套次位吨"
_PENDING = (
    "待(?:补充|补|填写|填报|填|核实|核对|核准|核|查证|"
    "查|定稿|确认|更新|替换|修改|完善|细化|统计|报|提供|写|改|续|添加|插入|商|审)"
)
_IN_ENGLISH = ("TODO", "TBD", "FIXME", "XXX", "N/A", "NaN", "None", "null", "undefined", "Lorem")
_SIGNS = Pattern(
    r"\{\{.{0,80}?\}\}|\{[%#].{0,80}?[%#]\}|\{\{|\}\}|\$\{[^}]{0,40}\}?|<[A-Za-z_/\u4e00-\u9fff][^<>]{0,30}>|＜[^＜＞]{1,20}＞"
    r"|#(?:REF|DIV/0|VALUE|N/A|NAME|NUM|NULL)[!?]?|【[^【】]{0,40}】|\[[^\[\]]{0,40}\]|〔\s*〕|（\s*）|\(\s*\)"
    r"|[_＿]{2,}|＿|[□■]+|◯{2,}|[?？]{2,}|[*＊]{2,}"
    r"|[*＊](?=[万亿%％个家项户人])|(?<=[\u4e00-\u9fff])[?？](?=[万亿]?(?:元|亩|吨|公里|个(?!别|人|体|性)|家(?!家|长|庭|乡|里|门)|项(?!目)|座|条(?!件)|所(?!有|以|谓|需))|[万亿]人|[%％])|※+|▲{2,}|#{2,}|~{3,}|[@＠]{2,}",
    needs=tuple("{}<＜#【[〔（(_＿□■◯?？*＊※▲~@＠"),
)
_LETTERS = Pattern(
    rf"(?<![A-Za-z0-9])[XxＸｘ]{{2,}}(?![A-Za-z0-9])|[×✕╳]{{2,}}|[XxＸｘ×✕╳](?<![A-Za-z0-9].)(?=\s?[{_UNITS}])|(?<![一二〇○])[〇○]{{2,}}(?!年)",
    needs=tuple("XxＸｘ×✕╳〇○"),
)
_WORDS = Pattern(
    rf"(?<![有亟尚仍还急等期])(?:{_PENDING})(?=[）)】\]〕，。；：、！]|$)|[（(【\[](?:删|删除|同上|略|暂定|拟删|待定|不用|重复)[）)】\]]"
    rf"|[（(【\[](?:此处|此段|本段|本句|数据|数字|注|备注|说明|请|需|拟|暂|原稿|修改|建议)[^）)】\]]{{0,30}}"
    r"(?:待|核|补|填|确认|提供|更新|删|改|缺|定)[^）)】\]]{0,12}[）)】\]]"
    rf"|(?:{'|'.join(_IN_ENGLISH)})(?![A-Za-z])|(?:批注|审核意见)[：:]|[（(](?:原稿|旧稿)[^）)]{{0,20}}[）)]"
    r"|某某+|某(?:市|县|区|局|单位|企业|项目)(?=[，。、；])|此处(?:插入|补充|填写|省略|略)|数据(?:暂缺|待补|缺失)(?=[，。；）])",
    needs=(*"待（(【[某", "批注", "审核意见", "此处", "数据", *_IN_ENGLISH),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Slots, placeholders and notes to oneself."""
    for paragraph in context.paragraphs:
        end = 0
        found = [m for p in (_SIGNS, _LETTERS, _WORDS) for m in p.finditer(paragraph.text)]
        for match in sorted(found, key=lambda m: (m.start(), -m.end())):
            if match.start() >= end:
                end = match.end()
                yield Finding(paragraph.span(*match.span()), f"“{match.group()}”还没有填好或删去")
