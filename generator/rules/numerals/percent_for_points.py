"""两个百分数相比，差是百分点，不是百分之几。

增长17.1%，高于全省14.4个百分点：两个百分数之差用百分点。写成“高于全省14.4%”意思变成了高出百分之十四点四。

反例：常住人口城镇化率提高1.2%。
反例：进口增长17.1%，高于全省14.4%。
反例：研发投入强度提高0.2百分点。
反例：全市地区生产总值同比增长5.1个百分点。
正例：进口增长17.1%，高于全省14.4个百分点。
正例：研发投入占比增长0.2个百分点，产量提高到50%，价格高于去年。

依据：国家统计局《统计上常用的百分比和百分点》；《出版物上数字用法》（GB/T 15835-2011）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N102", "percent-for-points", Group.NUMERALS, Severity.WARNING, "百分点与百分之几相混", anywhere=True)

_NUMBER = r"[0-9]++(?:\.[0-9]++)?+"
_COMPARED = Pattern(
    rf"(?<!不)(?:高于|低于|高出|快于|慢于|领先于?|落后于?)(?:全国|全省|全市|全区|全州|省定|国家|行业|同期|上年|去年|预期|年度)"
    rf"[^，。；：、0-9百率至到]{{0,8}}(?P<number>{_NUMBER})(?P<wrong>%|％)",
    needs=("高于", "低于", "高出", "快于", "慢于", "领先", "落后"),
)
_HIGHER = Pattern(
    rf"比(?:全国|全省|全市|上年|去年|同期|上年同期|去年同期)(?:平均水平|平均|水平)?[高低快慢](?:约|近)?(?P<number>{_NUMBER})(?P<wrong>%|％)",
    needs=tuple(f"比{other}" for other in ("全国", "全省", "全市", "上年", "去年", "同期")),
)
_SHARE = Pattern(
    rf"(?:占比|比重|(?:城镇化|覆盖|普及|入学|入园|就业|失业|参保|优良|达标|自给|绿化|机械化|贡献|负债|机收|登记)率)"
    rf"(?:较|比)?(?:上年|去年|同期|年初)?(?:同比|分别|预计|再)?(?:提高|上升|下降|降低|提升|回落|增加)了?(?P<number>{_NUMBER})(?P<wrong>%|％)",
    needs=("率", "占比", "比重"),
)
_PULLED = Pattern("(?:拉动|带动|贡献|推动|支撑)[^，。；：、0-9]*$")
"""What pulls growth pulls it by points."""
_REACH = 16
_NO_MEASURE = Pattern(r"(?<=[0-9])(?:百分点|千分点)", needs=("分点",))
_LEVEL = Pattern(
    rf"(?:增加值|总值|总额|收入|投资|产值|产量|零售额|进出口|贷款余额|存款余额)(?:同比|分别|年均|预计)?(?:增长|下降)"
    rf"(?P<number>{_NUMBER})(?P<wrong>个百分点)",
    needs=("个百分点",),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Percent where points are meant, points where a level grows, 百分点 without its measure word."""
    for paragraph in context.paragraphs:
        for match in [m for p in (_COMPARED, _HIGHER, _SHARE) for m in p.finditer(paragraph.text)]:
            points = f"{match['number']}个百分点"
            span = paragraph.span(match.start("number"), match.end("wrong"))
            yield Finding(span, f"两个百分数之差应说“{points}”", points, fix=Fix(points))
        for match in _LEVEL.finditer(paragraph.text):
            if _PULLED.search(paragraph.text, max(0, match.start() - _REACH), match.start()):
                continue
            percent = f"{match['number']}%"
            span = paragraph.span(match.start("number"), match.end("wrong"))
            yield Finding(span, f"总量的增长是百分之几，不是百分点：应为“{percent}”", percent, fix=Fix(percent))
        for match in _NO_MEASURE.finditer(paragraph.text):
            right = f"个{match.group()}"
            yield Finding(paragraph.span(*match.span()), f"缺量词：应为“{right}”", right, fix=Fix(right, Tier.SAFE))
