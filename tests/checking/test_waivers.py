"""Waivers from being written to being of no use, and the baseline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checking.many import CheckRequest, run_check
from generator.diagnostics import CannotRunError, QicaoError
from generator.loading.waivers import NewWaiver, add_waivers, load_waivers, read_waivers
from generator.workspace import Workspace
from tests.checking.drafts import DAMAGED, TEXT
from tests.checking.running import Qicao

NAME = "drafts/2024/waivers.yaml"
CHECK = ("check", "draft.txt", "--year", "2024")
WAIVE = ("waive", "2024", "draft.txt", "--reason", "市领导定的", "--who", "张三")


def codes(qicao: Qicao, field: str = "diagnostics", *more: str) -> list[str]:
    """The codes of what is told in a field of the JSON form."""
    [draft] = qicao(*CHECK, "--format", "json", *more).json["drafts"]
    found = draft[field]
    assert isinstance(found, list)
    return [d["code"] for d in found]


def test_a_waived_finding_is_counted_and_does_not_fail_the_check(qicao: Qicao, folder: Path) -> None:
    ran = qicao(*WAIVE, "--rule", "T101")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"已记入 {NAME}：T101 第2段：")
    assert codes(qicao) == ["P103", "T102"]
    assert codes(qicao, "waived") == ["T101"]
    assert "已豁免 1 处。" in qicao(*CHECK).out
    qicao(*WAIVE, "--rule", "P103", "--paragraph", "2")
    qicao(*WAIVE, "--rule", "figure-missing", "--until", "2999-12-31")
    assert qicao(*CHECK).code == 0
    [draft] = qicao(*CHECK, "--format", "json").json["drafts"]
    waived = draft["waived"]
    assert isinstance(waived, list)
    assert {(w["reason"], w["who"]) for w in waived} == {("市领导定的", "张三")}
    assert [w["waiver"] for w in waived] == [f"{NAME}:12", f"{NAME}:7", f"{NAME}:17"]


def test_a_waiver_lets_one_thing_stand_and_not_the_next(qicao: Qicao, folder: Path) -> None:
    qicao(*WAIVE, "--rule", "T101")
    (folder / "draft.txt").write_text(DAMAGED.replace("5.4%", "5.9%"), encoding="utf-8")
    assert "T101" in codes(qicao)


def test_a_waiver_follows_its_finding_through_edits_elsewhere(qicao: Qicao, folder: Path) -> None:
    qicao(*WAIVE, "--rule", "T101")
    edited = f"各位代表：\n{DAMAGED}".replace("运行平稳", "运行平稳有序，质量效益同步提升")
    (folder / "draft.txt").write_text(edited, encoding="utf-8")
    assert "T101" not in codes(qicao)
    assert codes(qicao, "waived") == ["T101"]


def test_an_unused_waiver_is_told_at_its_line(qicao: Qicao, folder: Path) -> None:
    qicao(*WAIVE, "--rule", "T101")
    (folder / "draft.txt").write_text(TEXT, encoding="utf-8")
    ran = qicao(*CHECK)
    assert ran.code == 0
    assert f"{NAME}:7:11 V101 提示 豁免没有用上：T101（市领导定的），可以删去" in ran.out
    assert "V101" not in qicao(*CHECK, "--ignore", "V").out


@pytest.mark.parametrize("options", [("--select", "P"), ("--ignore", "T101")])
def test_a_waiver_of_a_rule_that_did_not_run_is_not_unused(
    qicao: Qicao, folder: Path, options: tuple[str, ...]
) -> None:
    qicao(*WAIVE, "--rule", "T101")
    (folder / "draft.txt").write_text(TEXT, encoding="utf-8")
    assert "V101" not in qicao(*CHECK, *options).out


def test_a_waiver_used_in_one_of_several_drafts_is_used(qicao: Qicao, folder: Path) -> None:
    qicao(*WAIVE, "--rule", "T101")
    (folder / "right.txt").write_text(TEXT, encoding="utf-8")
    assert "V101" not in qicao("check", "right.txt", "draft.txt", "--year", "2024").out
    assert "V101" in qicao("check", "right.txt", "--year", "2024").out


def test_an_expired_waiver_covers_nothing_and_says_so(qicao: Qicao, folder: Path) -> None:
    qicao(*WAIVE, "--rule", "T101", "--until", "2024-03-31")
    (folder / NAME).rename(folder / "kept.yaml")
    for today, told in ((date(2024, 3, 31), ["P103", "T102"]), (date(2024, 4, 1), ["P103", "T101", "T102", "V102"])):
        (folder / NAME).write_bytes((folder / "kept.yaml").read_bytes())
        request = CheckRequest((Path("draft.txt"),), year=2024, today=today)
        [draft] = run_check(Workspace(Path()), request).drafts
        assert [finding.diagnostic.code for finding in draft.findings] == told


def test_waivers_hold_where_the_draft_carries_its_year(qicao: Qicao, word: Path) -> None:
    qicao("waive", "2024", "draft.docx", "--rule", "P103", "--reason", "原文如此", "--who", "张三")
    ran = qicao("check", "draft.docx")
    assert "P103" not in ran.out
    assert "已豁免 1 处。" in ran.out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "没有说豁免哪一个问题"),
        (["--rule", "N101"], "稿件里没有这个问题"),
        (["--rule", "T101", "--paragraph", "3"], "稿件里没有这个问题"),
        (["--fingerprint", "0000000000000000"], "稿件里没有这个问题"),
        (["--rule", "T101", "--reason", " "], "--reason 和 --who 不能空着"),
    ],
)
def test_a_waiver_that_names_nothing_is_refused(qicao: Qicao, folder: Path, options: list[str], says: str) -> None:
    ran = qicao(*WAIVE, *options)
    assert ran.code == 2
    assert says in ran.err
    assert not (folder / NAME).exists()


def test_of_several_findings_one_has_to_be_named(qicao: Qicao, folder: Path) -> None:
    (folder / "draft.txt").write_text(DAMAGED.replace("平稳。", "平稳,有序。"), encoding="utf-8")
    ran = qicao(*WAIVE, "--rule", "P103")
    assert ran.code == 2
    assert "合乎条件的问题有 2 处" in ran.err
    first = ran.err.split("指明一处：")[1].split()[0]
    assert qicao(*WAIVE, "--fingerprint", first).code == 0
    assert codes(qicao, "waived") == ["P103"]
    assert codes(qicao).count("P103") == 1


def test_what_is_waived_is_not_waived_again(qicao: Qicao) -> None:
    qicao(*WAIVE, "--rule", "T101")
    ran = qicao(*WAIVE, "--rule", "T101")
    assert ran.code == 2
    assert "这个问题已经豁免了" in ran.err


def test_a_baseline_is_silent_until_something_new_comes(qicao: Qicao, folder: Path) -> None:
    ran = qicao(*CHECK, "--baseline")
    assert ran.code == 0
    assert f"已把 3 处问题记入 {NAME}，以后只报新的" in ran.err
    assert qicao(*CHECK).code == 0
    assert [w.waiver.reason for w in load_waivers(Workspace(folder), 2024)] == ["基线"] * 3
    again = qicao(*CHECK, "--baseline")
    assert f"已把 0 处问题记入 {NAME}" in again.err
    assert len(load_waivers(Workspace(folder), 2024)) == 3
    (folder / "draft.txt").write_text(DAMAGED.replace("127.4", "217.4"), encoding="utf-8")
    assert codes(qicao) == ["T101"]
    assert qicao(*CHECK).code == 1


def test_fixes_and_comments_leave_what_is_waived(qicao: Qicao, folder: Path) -> None:
    qicao(*WAIVE, "--rule", "P103")
    ran = qicao(*CHECK, "--fix", "fixed.txt")
    assert "改好 0 处" in ran.err
    assert (folder / "fixed.txt").read_bytes() == (folder / "draft.txt").read_bytes()


# ---- the file ------------------------------------------------------------------------------------------------------

ENTRY = 'rule: N101\n{0}fingerprint: "0123456789abcdef"\n{0}reason: 原因'
NEW = NewWaiver("T101", "fedcba9876543210", '他说：“好” # "是"', "张三", date(2024, 12, 31), "第5段：……")
SHAPES = {
    "none": None,
    "empty": "",
    "only-a-comment": "# 说明\n",
    "no-entry": "waivers:\n",
    "empty-list": "waivers: []\n",
    "indented": f"# 头\nwaivers:  # 尾\n  # 一\n  - {ENTRY.format('    ')}\n# 完\n",
    "not-indented": f"waivers:\n- {ENTRY.format('  ')}\n",
    "wide": f"waivers:\n    -   {ENTRY.format('        ')}\n",
    "own-line": f"waivers:\n  -\n    {ENTRY.format('    ')}\n",
    "no-end-of-line": f"waivers:\n  - {ENTRY.format('    ')}",
    "block-text": f"waivers:\n  - {ENTRY.format('    ')}\n    who: |\n      张三\n      李四\n",
    "windows": f"waivers:\n  - {ENTRY.format('    ')}\n".replace("\n", "\r\n"),
    "mark": f"\ufeffwaivers:\n  - {ENTRY.format('    ')}\n",
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES.keys())
def test_adding_leaves_the_file_as_it_is(folder: Path, text: str | None) -> None:
    path = folder / NAME
    if text is not None:
        path.write_bytes(text.encode())
    before = [w.waiver for w in load_waivers(Workspace(folder), 2024)]
    add_waivers(Workspace(folder), 2024, [NEW])
    after = [w.waiver for w in load_waivers(Workspace(folder), 2024)]
    assert after[:-1] == before
    last = after[-1]
    assert (last.rule, last.fingerprint, last.reason, last.who, last.until) == (
        NEW.rule,
        NEW.fingerprint,
        NEW.reason,
        NEW.who,
        NEW.until,
    )
    written = path.read_bytes().decode()
    if before:
        assert text is not None
        assert written.startswith(text.rstrip())
        assert ("\r\n" in written) == ("\r\n" in text)
        assert written.count("\n") == written.count("\r\n") or "\r\n" not in text


@pytest.mark.parametrize(
    "text",
    [f"waivers: [{{rule: N101, fingerprint: '{'0' * 16}', reason: 原因}}]\n", "waivers:\n...\n"],
    ids=["in-one-line", "ended"],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(folder: Path, text: str) -> None:
    (folder / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(CannotRunError, match="没法在这个文件末尾添加"):
        add_waivers(Workspace(folder), 2024, [NEW])
    assert (folder / NAME).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("waivers:\n  - rule: N101\n", "缺少“fingerprint”"),
        ("waivers:\n  - {rule: N101, fingerprint: xyz, reason: 好}\n", "“xyz”不是指纹"),
        ("waivers:\n  - {rule: N101, fingerprint: 0123456789abcdef, reason: 好, until: 年底}\n", "“年底”不是日期"),
        ("waivers:\n  - {rule: N101, fingerprint: 0123456789abcdef, resaon: 好}\n", "没有“resaon”这一项"),
        ("waiver: 3\n", "没有“waiver”这一项"),
        ("waivers:\n  - {rule: N101,\n", "D101"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_before_anything_is_checked(
    qicao: Qicao, folder: Path, text: str, says: str
) -> None:
    (folder / NAME).write_text(text, encoding="utf-8")
    ran = qicao(*CHECK)
    assert (ran.code, ran.out) == (2, "")
    assert f"{NAME}:" in ran.err
    assert says in ran.err
    assert says in qicao("validate", "2024").out
    with pytest.raises(QicaoError):
        add_waivers(Workspace(folder), 2024, [NEW])


def test_the_file_is_no_unknown_file_to_the_other_commands(qicao: Qicao, folder: Path) -> None:
    add_waivers(Workspace(folder), 2024, [NEW])
    assert qicao("validate", "2024").out == "没有发现问题。\n"


def test_a_file_without_the_date_and_the_name_is_good_enough() -> None:
    placed, found = read_waivers(f"waivers:\n  - {ENTRY.format('    ')}\n", NAME)
    assert found == ()
    assert [(w.waiver.who, w.waiver.until, w.position.source) for w in placed] == [(None, None, f"{NAME}:2")]
