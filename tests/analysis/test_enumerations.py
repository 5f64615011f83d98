"""Lists and the counts that sum them up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.enumeration import Closing
from generator.analysis.enumerations import enumerations
from generator.analysis.stretches import stretches
from generator.numerals.chinese import counted

NAMES = st.lists(
    st.sampled_from(
        ["城市更新", "海绵城市", "清洁取暖", "数字金融", "科技创新", "绿色低碳", "乡村产业", "社会治理", "基层医疗"]
    ),
    min_size=2,
    max_size=8,
    unique=True,
)

SIZES = [
    ("城市更新、海绵城市、清洁取暖三项试点见效", Closing.COUNT, 3, {3}),
    ("健全社会保障、养老服务和健康支撑三大体系", Closing.COUNT, 3, {3}),
    ("校园安全、基础教育和城乡医疗卫生三项工程", Closing.COUNT, 3, {2, 3}),
    ("武汉东湖、襄阳、宜昌3家高新区进入全国50强", Closing.COUNT, 3, {3}),
    ("深化课程改革、人才赋能“两大行动”", Closing.LABEL, 2, {2}),
    ("促进创新链、产业链、资金链“三链融合”", Closing.LABEL, 3, {3}),
    ("公众安全感、满意度连续12年实现“双提升”", Closing.CHANGE, 2, {2}),
    ("“潍麦13”“潍豆28”“潍玉326”等7个新品种", Closing.OPEN, 7, {3}),
    ("新增工业母机、现代纺织等先进制造业集群4个", Closing.OPEN, 4, {2}),
    ("实施三大工程：保障性住房建设、“平急两用”设施建设、城中村改造。", Closing.AHEAD, 3, {3}),
]


@pytest.mark.parametrize(("text", "closing", "number", "sizes"), SIZES, ids=[text[:12] for text, *_ in SIZES])
def test_the_count_and_what_the_list_may_amount_to(text: str, closing: Closing, number: int, sizes: set[int]) -> None:
    (found,) = enumerations(text)
    assert (found.closing, found.number, set(found.sizes)) == (closing, number, sizes)


NOT_LISTS = [
    "新增高新技术企业390家、瞪羚企业63家",
    "4个县市区、5个园区、15家企业入选试点",
    "新梅江公园北段、柳林公园二期",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    "以重庆、宜宾、成渝两地高速公路为重点",
    "党的二十大、二十届二中、三中全会精神",
    "全市二、三级医院一半以上的号源",
]


@pytest.mark.parametrize("text", NOT_LISTS)
def test_numbers_that_sum_up_nothing(text: str) -> None:
    assert enumerations(text) == ()


@pytest.mark.parametrize(
    "text",
    ["广州、深圳援助梅州建设4个小镇", "持续实施精品创作工程、文物保护利用“六大工程”、文化惠民工程"],
)
def test_unclear_lists_are_not_checkable(text: str) -> None:
    (found,) = enumerations(text)
    assert not found.checkable
    assert not found.contradicts


@given(names=NAMES, said=st.integers(2, 10))
def test_a_plain_list_contradicts_every_other_count(names: list[str], said: int) -> None:
    (found,) = enumerations(f"推进{'、'.join(names)}{counted(said)}项国家级试点。")
    assert found.contradicts is (said != len(names))


@given(st.text(alphabet="甲乙、，。“”（）《》三两大项和等12个：；", max_size=60))
def test_any_text_is_read_and_places_are_within_it(text: str) -> None:
    for found in enumerations(text):
        start, end = found.count
        assert 0 <= start < end <= len(text)
        assert all(0 <= a <= b <= len(text) for a, b in found.items)


@given(st.text(alphabet="甲、，。“”（）《》：；", max_size=60))
def test_clauses_do_not_overlap(text: str) -> None:
    found = stretches(text)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(text[s.end : s.end + 1] == s.closer for s in found)
