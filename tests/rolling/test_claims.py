"""What a review sentence claims beside its numbers is marked, or left out: a new number does not make it true again."""

from __future__ import annotations

import pytest

from generator.rolling.rolling import roll
from tests.rolling.small import FILES
from tests.workspaces import MakeWorkspace

REVIEW = "part: 回顾\nsections:\n  - text: |\n      {sentence}\n  - text: 又新增企业{企业新增}。\n"
TERMS = "terms:\n  产业大会: {category: 会议}\n  甲公司: {category: 企业}\n  放管服: {category: 改革}\n"

CLAIMING = [
    ("新增企业{企业新增}，创历年最好成绩。", "新增企业{企业新增}。"),
    ("新增企业{企业新增}，债务结构持续优化，守住了风险底线。", "新增企业{企业新增}。"),
    ("成功举办首届{产业大会}，新增企业{企业新增}。", "新增企业{企业新增}。"),
    ("实施倍增行动，{甲公司}上台领奖，新增企业{企业新增}。", "实施倍增行动，新增企业{企业新增}。"),
    ("全省首个产业园投入使用，新增企业{企业新增}。", "新增企业{企业新增}。"),
    ("企业在全省率先突破{企业新增}。", "企业突破{企业新增}。"),
    ("全省首批{企业新增}企业挂牌。", "{企业新增}企业挂牌。"),
    ("进出口稳定增长，其中企业{企业新增}。", "企业{企业新增}。"),
    ("极不平凡。新增企业{企业新增}，令人鼓舞。成绩来之不易。", "新增企业{企业新增}。"),
]


def rolled_line(make: MakeWorkspace, sentence: str, *, drop_narrative: bool) -> str:
    """The sentence as it stands in the next year's review."""
    files = {**FILES, "terms.yaml": TERMS, "outline/1-review.yaml": REVIEW.replace("{sentence}", sentence)}
    uses = "part: 其他\nsections:\n  - standing: true\n    text: 深化{放管服}，{产业大会}，{甲公司}，{展会届次}。\n"
    workspace = make({**files, "outline/0-use.yaml": uses})
    return roll(workspace, 2024, drop_narrative=drop_narrative).files["outline/1-review.yaml"].splitlines()[3].strip()


@pytest.mark.parametrize(("sentence", "left"), CLAIMING)
def test_with_the_narrative_it_is_marked(workspace_of: MakeWorkspace, sentence: str, left: str) -> None:
    assert rolled_line(workspace_of, sentence, drop_narrative=False) == f"{{待改}}{sentence}"


@pytest.mark.parametrize(("sentence", "left"), CLAIMING)
def test_without_the_narrative_the_number_is_left(workspace_of: MakeWorkspace, sentence: str, left: str) -> None:
    assert rolled_line(workspace_of, sentence, drop_narrative=True) == left


@pytest.mark.parametrize("drop_narrative", [False, True])
@pytest.mark.parametrize(
    "sentence",
    [
        "全市总值{总值增速}，新增企业{企业新增}。",
        "实施企业倍增行动，新增企业{企业新增}。",
        "持续深化“{放管服}”改革，新增企业{企业新增}。",
        "{投产项目}等项目竣工投产，新增企业{企业新增}。",
        "新增首台（套）装备{企业新增}，位居前列的企业首位度{总值增速}。",
    ],
)
def test_words_that_lead_up_to_a_number_are_kept(
    workspace_of: MakeWorkspace, sentence: str, drop_narrative: bool
) -> None:
    assert rolled_line(workspace_of, sentence, drop_narrative=drop_narrative) == sentence


def test_every_marked_sentence_with_a_number_has_its_own_mark(workspace_of: MakeWorkspace) -> None:
    lines = "      极不平凡。\n      来之不易。\n      新增企业{企业新增}，创历史新高。\n"
    text = f"part: 回顾\nsections:\n  - text: |\n{lines}"
    files = {**FILES, "outline/1-review.yaml": text}
    rolled = roll(workspace_of(files), 2024).files["outline/1-review.yaml"].splitlines()
    assert [line.strip().startswith("{待改}") for line in rolled[3:6]] == [True, False, True]


def test_a_date_that_is_left_in_a_number_s_clause_is_marked_even_without_the_narrative(
    workspace_of: MakeWorkspace,
) -> None:
    sentence = "2023中国企业500强上榜{企业新增}，居全省首位。"
    assert rolled_line(workspace_of, sentence, drop_narrative=True) == "{待改}2023中国企业500强上榜{企业新增}。"


@pytest.mark.parametrize("drop_narrative", [False, True])
@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("{上年}巴黎奥运会夺金{企业新增}。", True),
        ("{上年}世界互联网大会签约{企业新增}。", True),
        ("{上年}经济社会发展新增企业{企业新增}。", False),
        ("{上年}节能项目{企业新增}。", False),
        ("{上年}，新增企业{企业新增}。", False),
    ],
)
def test_an_event_named_after_its_year_is_marked(
    workspace_of: MakeWorkspace, sentence: str, marked: bool, drop_narrative: bool
) -> None:
    rolled = rolled_line(workspace_of, sentence, drop_narrative=drop_narrative)
    assert rolled == (f"{{待改}}{sentence}" if marked else sentence)
