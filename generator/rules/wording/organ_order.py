"""机关、人员并列的次序。

先上级后下级；同级按党委、人大、政府、政协、监委、法院、检察院。“省委、省政府和市委”对，“市委和省委、省政府”不对。

反例：在市委和省委、省政府的正确领导下。
反例：感谢市政协、市人大和社会各界的支持。
反例：贯彻国务院、党中央决策部署。
正例：在省委、省政府和市委的正确领导下，感谢市人大、市政协和社会各界的支持，贯彻党中央、国务院决策部署，落实省委、市委要求。

依据：党和国家机构并列的通行次序，登记在 organs.yaml。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import any_of, register, words_of
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("W103", "organ-order", Group.WORDING, Severity.WARNING, "机关、人员并列的次序不对", anywhere=True)

_PACKAGE = "generator.rules.wording"
_JOINTS = ("、", "和", "与", "及", "以及")
_JOIN = f"(?:{'|'.join(_JOINTS)})"

Rank = tuple[int, int]
"""Level from the top, order among equals."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Neighbours in a list of organs of which the second ranks before the first."""
    ranks = _ranks()
    for paragraph in context.paragraphs:
        for match in _chain().finditer(paragraph.text):
            names = [m.group() for m in _name().finditer(match.group())]
            for first, second in pairwise(names):
                if _before(ranks.get(second), ranks.get(first)):
                    message = f"次序不对：“{second}”应在“{first}”前面"
                    right = _in_order(match.group(), names, ranks)
                    yield Finding(paragraph.span(*match.span()), message, right, fix=Fix(right) if right else None)
                    break


def _in_order(chain: str, names: list[str], ranks: dict[str, Rank]) -> str:
    """The chain with its names in order, and 和 where it belongs then; empty where some have no order."""
    if any(name not in ranks for name in names):
        return ""
    words = _name().split(chain)[1:-1]
    ordered = sorted(names, key=ranks.__getitem__)
    if all(word in _JOINTS for word in words):
        joint = next((word for word in words if word != "、"), "、")
        words = ["、"] * len(words)
        words[_last_change([ranks[name][0] for name in ordered])] = joint
    return "".join(name + word for name, word in zip(ordered, [*words, ""], strict=True))


def _last_change(levels: list[int]) -> int:
    """Behind which of the names 和 stands: where the level changes (省委、省政府和市委), or before the last one."""
    changes = [at for at, (one, two) in enumerate(pairwise(levels)) if one != two]
    return changes[-1] if changes else len(levels) - 2


def _before(second: Rank | None, first: Rank | None) -> bool:
    return second is not None and first is not None and second < first


@cache
def _ranks() -> dict[str, Rank]:
    """Ranks of all names; fixed sequences of people stand far below, each on a level of its own."""
    settings = register(_PACKAGE, "organs")
    ranks = {name: (0, order) for order, name in enumerate(words_of(settings["national"]))}
    for depth, prefix in enumerate(words_of(settings["levels"]), start=1):
        for order, spellings in enumerate(_lists(settings["organs"])):
            ranks |= {f"{prefix}{name}": (_level(prefix, depth), order) for name in spellings}
    for depth, sequence in enumerate(_lists(settings["sequences"]), start=100):
        ranks |= {name: (depth, order) for order, name in enumerate(sequence)}
    return ranks


def _level(prefix: str, depth: int) -> int:
    """Provinces and autonomous regions are equals, as are the other pairs that the register puts in one level."""
    for number, group in enumerate(_lists(register(_PACKAGE, "organs")["equals"])):
        if prefix in group:
            return number + 1
    return depth


def _lists(value: object) -> list[tuple[str, ...]]:
    if not isinstance(value, list):
        raise TypeError(f"a register needs a list of lists here, not {value!r}")
    return [words_of(item) for item in value]


@cache
def _name() -> Pattern:
    """Any ranked name: a level with an organ, or a name of its own."""
    settings = register(_PACKAGE, "organs")
    levels = any_of(words_of(settings["levels"])).pattern
    organs = any_of([name for spellings in _lists(settings["organs"]) for name in spellings]).pattern
    people = [name for sequence in _lists(settings["sequences"]) for name in sequence]
    return Pattern(f"{any_of([*words_of(settings['national']), *people]).pattern}|(?:{levels})(?:{organs})")


@cache
def _chain() -> Pattern:
    """Two and more names with nothing but joints between; 市政府党组 is no 市政府, 市政协委员 are not 市政协."""
    name = f"(?:{_name().pattern})(?![党组办机]|代表|委员(?!会))"
    return Pattern(f"{name}(?:{_JOIN}(?:各级|各位|各|向|对|是)?{name})+")
