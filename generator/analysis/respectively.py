"""甲、乙分别增长a、b: how many names stand before 分别, and how many values behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.list_sizes import CONNECTOR, has_figure, sizes
from generator.analysis.quantities import Quantity
from generator.analysis.sentences import Interval
from generator.analysis.stretches import Stretch, items, stretches
from generator.patterns import Pattern

_WORD = "分别"
_TIMES = frozenset(["年", "月", "日", "周年", "季度"])
_COMPARED = "[高低快慢]于[^，。；、0-9]{0,8}"  # 和低于省定目标
_CHANGED = "增长|提高|上升|增加|下降|降低|减少|升至|增至|降至|新增|提升"
_STATED = "达到|达|占|居|列|约为|约|为|超过|超|突破|近|第|全国|全省|全市"
_PER = "(?:[/／每][^，。；、和与及0-9]{1,5})*"  # 645元/月
_EACH = "每[人户亩月年]|[人户]均"  # 每人每月680元、每人每年6200元
_JOINT = Pattern(f"{_PER}(?:[、和与及]|以及)(?:{_COMPARED}|{_CHANGED}|{_STATED}|{_EACH})*")
_FROM = Pattern("(?:从|由)[^，；。、]{0,11}$")
_TO = Pattern(
    f"{_PER}(?:{_CHANGED}|扩大|扩展|发展|调整|调|缩短|压减|压缩|升|降|增)?(?:到了?|至|为)"
    "(?:(?:19|20)[0-9]{2}年(?:底|末)?的?)?[^，；。、0-9]{0,6}"
)
_ANY = frozenset(range(2, 17))
_BARE_LEAD = Pattern("(?:累计|排名|数量|总数|总量|总额|金额|规模|占比|并|且|占[^，。；]{1,12}比重)?")


@dataclass(frozen=True, slots=True)
class Respectively:
    """One 分别.

    ``names`` are the numbers of things that may be meant; ``known`` says that they were counted, else they are only
    known to be several.  ``values`` is the first run of figures behind it.
    """

    word: Interval
    names: frozenset[int]
    known: bool
    listed: Interval
    values: tuple[Quantity, ...]

    @property
    def contradicts(self) -> bool:
        """Whether no reading of the names agrees with the values."""
        return len(self.values) not in self.names


def respectively(text: str, quantities: Sequence[Quantity]) -> Iterator[Respectively]:
    """Every 分别 whose values are figures."""
    position = 0
    before: frozenset[int] = frozenset()
    for clause in stretches(text) if _WORD in text else ():
        at = text.find(_WORD, clause.start, clause.end)
        while position < len(quantities) and quantities[position].start < max(at, clause.start):
            position += 1
        following = quantities[position : position + 16]
        if at < 0 or clause.inside(at):
            before = _size(text, clause, following) if clause.closer in "，：" else frozenset()
            continue
        values = _run(text, clause, at, following)
        own = _names(text, clause, at)
        names = own or (before if _BARE_LEAD.fullmatch(text, clause.start, at) else frozenset())
        if values:
            first = Respectively((at, at + 2), names or _ANY, bool(names), (clause.start, at), values)
            yield first
            reached = _reached(text, clause, values, following) if not first.contradicts else ()
            if reached:
                yield replace(first, names=frozenset((len(values),)), known=True, values=reached)
        before = names if clause.closer == "，" else frozenset()


def _reached(
    text: str, clause: Stretch, values: Sequence[Quantity], quantities: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """The levels that follow those of 从…: 从645元、430元提高到801元、720元."""
    first, last = values[0], values[-1]
    if _FROM.search(text, max(clause.start, first.start - 12), first.start) is None:
        return ()
    run = _run(text, clause, last.end, [quantity for quantity in quantities if quantity.start >= last.end])
    to = run and _TO.fullmatch(text, last.end + len(last.behind), run[0].start - len(run[0].before))
    return run if to else ()


def _names(text: str, clause: Stretch, at: int) -> frozenset[int]:
    """How many names stand directly before 分别; empty if they cannot be counted."""
    parts = items(clause, clause.start, at)
    if parts[-1][0] >= parts[-1][1]:
        return frozenset()
    found = sizes(text, clause, parts)
    if found:
        return frozenset(size for size in found if size > 1)
    first, last = text[slice(*parts[0])], text[slice(*parts[-1])]
    if len(parts) > 1 or has_figure(last):
        return frozenset()
    if "城乡" in first:
        return frozenset((2,)) if not CONNECTOR.search(first) else frozenset()
    joints = [m for m in CONNECTOR.finditer(first, 1) if not clause.inside(clause.start + m.start())]
    return frozenset(range(2, len(joints) + 2))


def _size(text: str, clause: Stretch, quantities: Sequence[Quantity]) -> frozenset[int]:
    """What the clause before says of how many things 分别 speaks: as many as it lists, or has figures in a row."""
    inside = [quantity for quantity in quantities if quantity.start < clause.end]
    if len(inside) > 1:
        run = _run(text, clause, clause.start, inside)
        return frozenset((len(run),)) if len(run) == len(inside) else frozenset()
    if inside or not clause.breaks:
        return frozenset()
    return sizes(text, clause, items(clause, clause.start, clause.end)) or frozenset()


def _run(text: str, clause: Stretch, at: int, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The values that 、 and 和 join directly; an elided unit (28.6个和21.9个百分点) changes nothing."""
    run: list[Quantity] = []
    for quantity in quantities:
        if quantity.start >= clause.end or clause.inside(quantity.start):
            break
        if run and not _JOINT.fullmatch(text, run[-1].end + len(run[-1].behind), quantity.start - len(quantity.before)):
            break
        if quantity.unit not in _TIMES or run:
            run.append(quantity)
    return tuple(run)
