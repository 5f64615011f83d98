"""“在……领导下”前后要一致。

开头、致谢、结尾都要说到上级党委、政府和本级党委的领导，列的机关应当一样；政府工作报告里也不说在本级政府领导下。

反例：成绩是省委、省政府和市委正确领导的结果。让我们在省委和市委坚强领导下勇毅前行。
反例：我代表市人民政府向大会报告工作。在市委、市政府坚强领导下，成绩来之不易。
正例：成绩是省委、省政府和市委正确领导的结果。让我们在省委、省政府和市委坚强领导下勇毅前行。

依据：政府工作报告的通例；各级政府对同级党委和上级党委、政府负责。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Severity, Span
from generator.patterns import CHINESE, Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C115", "leadership", Group.CONSISTENCY, Severity.WARNING, "“在……领导下”前后不一致")

_ORGAN = (
    "(?:党中央|国务院|(?:中共)?(?:[^、，。和与及委府是在]{2,3})?(?:自治区|省|市|州|县|区|旗)(?:党委|委|人民政府|政府))"
)
_LED = Pattern(
    rf"(?:在|是)(?P<organs>{_ORGAN}(?:[、和与以及]{{1,2}}{_ORGAN})*)的?(?:坚强|正确|直接|集中统一|有力)?领导(?:下|的结果)",
    needs=("领导",),
)
_ONE = Pattern(_ORGAN)
_OWN = Pattern(rf"代表(?:{CHINESE}{{0,8}}?)(自治区|省|市|州|县|区|旗)人民政府", needs=("人民政府",))


def check(context: CheckContext) -> Iterator[Finding]:
    """Lists of leading organs that are unlike the others of the draft, or name the reporting government itself."""
    reporting = next(((p, m) for p in context.paragraphs for m in _OWN.finditer(p.text)), None)
    own = reporting[1][1] if reporting else ""
    beside = (reporting[0].span(*reporting[1].span()),) if reporting else ()
    lists: list[tuple[Span, tuple[str, ...]]] = []
    for paragraph in context.paragraphs:
        for match in _LED.finditer(paragraph.text):
            organs = tuple(_ONE.findall(match["organs"]))
            span = paragraph.span(*match.span("organs"))
            if own and any(organ in (f"{own}政府", f"{own}人民政府") for organ in organs):
                message = f"政府工作报告里不说在{own}政府领导下，应为上级党委、政府和{own}委"
                yield Finding(span, message, related=beside)
            elif len(organs) > 1:
                lists.append((span, organs))
    yield from _unlike(lists)


def _unlike(lists: list[tuple[Span, tuple[str, ...]]]) -> Iterator[Finding]:
    counts = Counter(organs for _, organs in lists)
    if len(counts) < 2:
        return
    fullest = max(counts, key=lambda organs: (counts[organs], len(organs)))
    for span, organs in lists:
        if set(organs) != set(fullest):  # their order is W103's business
            related = tuple(other for other, others in lists if others == fullest)[:1]
            wanted = related[0].text
            yield Finding(span, f"这里写“{span.text}”领导，别处写“{wanted}”", wanted, related=related)
