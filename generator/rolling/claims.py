"""What a sentence of last year's review claims beside its numbers: events, firsts, how things turned out.

A new number does not make such words true again.  Words that lead up to a number (实施……行动，新增……) are kept: they
say what the number is about, and claim little.
"""

from __future__ import annotations

import re

from generator.rolling.last_year import LastYear
from generator.rolling.sentences import Clause, clauses_of, joined, tells_of_last_year
from schemas.prose import prose

_FIRST = re.compile(
    "(?:在?(?:我[市县区省州]|全[市县区省州国]|[省国]内|全球|世界|国际)|历史|有史以来|建[市县区]以来)?"
    "(?:首(?:届|次|个|家|支|批|单|例|条|座|部|推|创|款|艘|趟|列|架)|率先|唯一)"
)
"""A first of its kind, with the place that it is the first in: nothing is a first twice."""
_BEST = re.compile("创.{0,6}(?:最好|最高|最快|新高|纪录|记录)|(?:历史|历年)(?:性|最)|零的突破|零突破|圆满|更名")
_HAPPENED = re.compile(
    "成功|获批|获评|荣获|获得|获.{0,12}(?:奖|称号|命名|激励|表彰|批复)|入选|入围|荣登|当选|被(?:确定|评|列|授予|命名)"
    "|授牌|揭牌|挂牌|出台|印发|颁布|建成|竣工|完工|投产|投用|投运|启用|通车|通航|开通|投入(?:使用|运|生产)|(?:顺利|成功|正式)落地|落户|签约"
    "|通过(?:验收|审|评|考核|认定|初审)|(?:验收|审定|评估|初审|认定|考核)通过"
    "|举办|召开|承办|达成|连添|获国家|全面完成|圆满完成"
)
_TURNED_OUT = re.compile(
    "(?:增长|增加|下降|提升|提高|改善|优化|降低|恢复|好转|向好|深化|加快|完成|显著|明显|推广|前列|一流|更优|取得.{0,8})$"
    "|成效|首位|第一|走在|达到|做到|守住|领先|实现|形成|凸显|精彩"
)
_EVENTS = re.compile("活动|会议|赛事|奖|企业|称号|榜单|论坛|展会|机构")
"""Kinds of terms that name somebody or something of the year, not a policy."""
_PART_OF = re.compile("^其中[，,]?")


def without_claims(line: str, last: LastYear) -> str:
    """A line of the review without what it claims beside its numbers; empty if there is no number in it."""
    kept = [clause for sentence in _sentences(line) for clause in _kept(sentence, last)]
    return joined(kept, line)


def _sentences(line: str) -> list[list[Clause]]:
    sentences: list[list[Clause]] = [[]]
    for clause in clauses_of(line):
        sentences[-1].append(clause)
        if clause.text.rstrip().endswith(("。", "！", "？")):
            sentences.append([])
    return sentences


def _kept(clauses: list[Clause], last: LastYear) -> list[Clause]:
    """The clauses of one sentence that may stay; what follows the last number never does."""
    numbers = [number for number, clause in enumerate(clauses) if has_number(clause, last)]
    kept = []
    for number, clause in enumerate(clauses[: numbers[-1] + 1] if numbers else ()):
        if number in numbers:
            kept.append(Clause(_without_firsts(clause.text)))
        elif not _claims(clause, last):
            kept.append(clause)
    if not kept:
        return []
    if kept[0].text != clauses[0].text:
        kept[0] = Clause(_PART_OF.sub("", kept[0].text))
    whole = "".join(clause.text for clause in clauses)
    return [*kept[:-1], Clause(joined(kept[-1:], whole))]


def has_number(clause: Clause, last: LastYear) -> bool:
    """Whether a clause states a figure or a target."""
    return any(last.is_number(reference.key) for reference in clause.references)


def _without_firsts(text: str) -> str:
    pieces = prose(text).pieces
    return "".join(
        _FIRST.sub("", piece) if isinstance(piece, str) else text[piece.offset : piece.offset + piece.length]
        for piece in pieces
    )


def _claims(clause: Clause, last: LastYear) -> bool:
    """Whether a clause without a number tells of an event, of somebody, or how things turned out."""
    if tells_of_last_year(clause.text, last):
        return True
    if any(reference.key in last.report.project_lists for reference in clause.references):
        return False  # a list by stage holds this year's projects
    body = clause.body
    if _FIRST.search(body) or _BEST.search(body) or _HAPPENED.search(body) or _TURNED_OUT.search(body):
        return True
    terms = last.report.terms
    return any(
        _EVENTS.search(terms[reference.key].category or "") for reference in clause.references if reference.key in terms
    )
