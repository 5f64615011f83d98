"""Arithmetic by intervals: what rounding can explain is never a finding, what it cannot always is."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.checking.registry import all_rules
from generator.readers import txt
from generator.rules.context import CheckContext

FOOTING = [module for module in all_rules() if module.rule.code.startswith("F")]
TENTHS = st.integers(10, 99_999).map(lambda n: rounded(Decimal(n) / 10))
EXACT = st.decimals(Decimal(10), Decimal(900), places=4, allow_nan=False)


def codes(text: str) -> set[str]:
    """The footing rules that find something."""
    context = CheckContext(draft=txt.read(text.encode(), "例.txt"))
    return {module.rule.code for module in FOOTING if any(True for _ in module.check(context))}


def rounded(number: Decimal, places: str = "0.1") -> Decimal:
    """As it is printed."""
    return number.quantize(Decimal(places), ROUND_HALF_UP)


def investments(parts: Iterable[Decimal]) -> str:
    """甲县1.2亿元、乙县3.4亿元."""
    return "、".join(f"{'甲乙丙丁戊己'[index]}县{part}亿元" for index, part in enumerate(parts))


@given(st.lists(EXACT, min_size=2, max_size=6))
def test_sums_of_rounded_parts_are_let_be(parts: list[Decimal]) -> None:
    text = f"到位资金{investments(map(rounded, parts))}，合计{rounded(sum(parts, Decimal(0)))}亿元。"
    assert codes(text) == set()


@given(st.lists(TENTHS, min_size=2, max_size=6), st.integers(1, 999), st.booleans())
def test_totals_that_rounding_cannot_explain_are_found(parts: list[Decimal], off: int, more: bool) -> None:
    wrong = Decimal(off) / 10 + Decimal(len(parts)) / 10
    total = sum(parts, Decimal(0)) + (wrong if more else -wrong)
    if total > max(parts) and not _may_total_the_last_ones(parts, total):
        assert codes(f"到位资金{investments(parts)}，合计{total}亿元。") == {"F105"}


def _may_total_the_last_ones(parts: list[Decimal], total: Decimal) -> bool:
    """A total may be meant for the last few parts only, and then nothing is claimed."""
    half_step = Decimal("0.05")
    tails = ((sum(parts[-count:], Decimal(0)), count) for count in range(2, len(parts)))
    return any(abs(tail - total) <= half_step * (count + 1) for tail, count in tails)


@given(EXACT, EXACT)
def test_growth_of_rounded_levels_is_let_be(before: Decimal, after: Decimal) -> None:
    verb, way = ("增加到", "增长") if after > before else ("减少到", "下降")
    rate = rounded(abs(after / before - 1) * 100)
    assert codes(f"货运量由{rounded(before)}万吨{verb}{rounded(after)}万吨，{way}{rate}%。") == set()


@given(st.integers(100, 500), st.integers(101, 190), st.integers(2, 60))
def test_growth_that_the_levels_exclude_is_found(before: int, factor: int, off: int) -> None:
    after = rounded(Decimal(before) * factor / 100)
    rate = rounded((after / before - 1) * 100)
    assert codes(f"货运量由{before}.0万吨增加到{after}万吨，增长{rate + off}%。") == {"F107"}


@given(st.integers(100, 890), st.integers(1, 90))
def test_points_follow_from_shares(before: int, points: int) -> None:
    start, step = rounded(Decimal(before) / 10), rounded(Decimal(points) / 10)
    text = "森林覆盖率由{}%提高到{}%、提高{}个百分点。"
    assert codes(text.format(start, start + step, step)) == set()
    assert codes(text.format(start, start + step, step + Decimal("0.3"))) == {"F107"}


@given(st.integers(2, 6), st.integers(1, 7))
def test_respectively_needs_as_many_values_as_names(names: int, values: int) -> None:
    listed = "、".join(f"{'甲乙丙丁戊己'[index]}县" for index in range(names))
    printed = "、".join(f"{index + 3}.5%" for index in range(values))
    assert codes(f"{listed}出口分别增长{printed}。") == (set() if names == values else {"F109"})


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_part_is_not_larger_than_the_whole(whole: int, part: int) -> None:
    assert codes(f"实施项目{whole}个，其中国家级{part}个。") == ({"F104"} if part > whole else set())


@given(st.integers(20, 990), st.integers(20, 990))
def test_three_shares_make_a_hundred(first: int, second: int) -> None:
    shares = [Decimal(first) / 20, Decimal(second) / 20]
    third = 100 - sum(shares, Decimal(0))
    text = "三次产业结构调整为{}∶{}∶{}。"
    assert codes(text.format(*map(rounded, shares), rounded(third))) == set()
    assert codes(text.format(*map(rounded, shares), rounded(third + 7))) == {"F106"}
