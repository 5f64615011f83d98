"""``qicao check``: what it prints, its exit codes, and which files it touches."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from generator.readers.any_file import read_draft
from tests.checking.drafts import DAMAGED, TEXT
from tests.checking.running import Qicao

FIELDS = {
    "code",
    "rule",
    "severity",
    "message",
    "paragraph",
    "start",
    "end",
    "text",
    "expected",
    "figure",
    "source",
    "fix",
    "fingerprint",
}
"""What other programs rely on for each finding; more may be added, none is taken away."""


def test_findings_read_as_shown(qicao: Qicao, file_regression: FileRegressionFixture) -> None:
    ran = qicao("check", "draft.txt", "--year", "2024")
    shown = "\n".join(line for line in ran.out.splitlines() if not line.startswith("没有查的规则"))
    file_regression.check(shown, extension=".txt")


@pytest.mark.parametrize("year", [(), ("--year", "2024")], ids=["by-itself", "with-data"])
def test_a_correct_draft_is_passed_in_silence(qicao: Qicao, folder: Path, year: tuple[str, ...]) -> None:
    (folder / "draft.txt").write_text(TEXT, encoding="utf-8")
    ran = qicao("check", "draft.txt", *year)
    assert ran.code == 0
    assert "draft.txt：没有发现问题。" in ran.out


def test_what_was_not_checked_is_said(qicao: Qicao) -> None:
    alone = qicao("check", "draft.txt").out
    assert "核对范围：没有数据可对，文中 3 个数只看了前后是否一致" in alone
    assert "没有查的规则（没有数据，文件里也没有生成记录）：" in alone
    assert "没有查的规则（不是 Word 文件）：" in alone
    tied = qicao("check", "draft.txt", "--year", "2024").out
    assert "核对范围：数据 3 处已核对、0 处改动太大未核对、1 处未找到，数据之外的数 0 处；" in tied


def test_json_has_the_fields_that_programs_rely_on(qicao: Qicao) -> None:
    ran = qicao("check", "draft.txt", "--year", "2024", "--format", "json")
    [draft] = ran.json["drafts"]
    assert {"draft", "year", "coverage", "diagnostics"} <= draft.keys()
    assert (draft["draft"], draft["year"]) == ("draft.txt", 2024)
    found = draft["diagnostics"]
    assert isinstance(found, list)
    assert [(d["code"], d["paragraph"], d["start"], d["end"], d["text"]) for d in found] == [
        ("P103", 2, 4, 5, ","),
        ("T101", 2, 13, 17, "5.4%"),
        ("T102", 3, 24, 24, ""),
    ]
    assert all(d.keys() >= FIELDS for d in found)
    assert {d["severity"] for d in found} <= {"error", "warning", "info"}
    assert [d["expected"] for d in found] == ["，", "5.1%", "12座"]
    assert [d["figure"] for d in found] == [None, "地区生产总值", "水库"]
    assert [d["source"] for d in found] == [None, "drafts/2024/figures.yaml:2", "drafts/2024/figures.yaml:4"]
    assert [d["fix"] for d in found] == ["，", "5.1%", None]


def test_offsets_of_every_finding_are_of_its_text(qicao: Qicao, folder: Path) -> None:
    lines = DAMAGED.splitlines()
    for draft in qicao("check", "draft.txt", "--year", "2024", "--format", "json").json["drafts"]:
        for d in draft["diagnostics"]:  # type: ignore[attr-defined]
            assert lines[d["paragraph"] - 1][d["start"] : d["end"]] == d["text"]


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (DAMAGED, "error", 1),
        (DAMAGED, "warning", 1),
        (DAMAGED, "never", 0),
        (TEXT.replace("一年，", "一年,"), "error", 0),
        (TEXT.replace("一年，", "一年,"), "warning", 1),
        (TEXT.replace("水库12座", "水库120000座"), "never", 0),
        (TEXT, "info", 0),
    ],
)
def test_the_exit_code_says_how_bad_it_is(qicao: Qicao, folder: Path, text: str, fail_on: str, code: int) -> None:
    (folder / "draft.txt").write_text(text, encoding="utf-8")
    assert qicao("check", "draft.txt", "--year", "2024", "--fail-on", fail_on).code == code


def test_an_info_finding_fails_only_where_that_is_asked_for(qicao: Qicao, folder: Path) -> None:
    (folder / "draft.txt").write_text(TEXT.replace("得到实惠", "得到实惠（见附件）"), encoding="utf-8")
    assert "提示" in qicao("check", "draft.txt", "--year", "2024").out
    assert qicao("check", "draft.txt", "--year", "2024").code == 0
    assert qicao("check", "draft.txt", "--year", "2024", "--fail-on", "info").code == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nope.txt"], "nope.txt: 错误 Q001 找不到这个文件"),
        (["drafts"], "这是文件夹，不是稿件"),
        (["draft.txt", "--year", "1999"], "没有 1999 年的数据"),
        (["draft.txt", "--format", "xml"], "--format 不能写“xml”"),
        (["draft.txt", "--fail-on", "always"], "--fail-on 不能写“always”"),
        (["draft.txt", "--select", "T1,X9"], "没有“X9”这条规则"),
        (["draft.txt", "--ignore", "nothing"], "没有“nothing”这条规则"),
        (["draft.txt", "--baseline"], "--baseline 要知道记到哪一年的 waivers.yaml"),
        (["draft.txt", "--annotate", "out.docx"], "文本稿件不能加批注"),
        (["draft.txt", "--fix", "out.docx"], "--fix 的文件名和稿件的种类不合"),
        (["draft.txt", "draft2.txt", "--fix", "out.txt"], "一次只能用于一个稿件"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    qicao: Qicao, folder: Path, arguments: list[str], says: str
) -> None:
    (folder / "draft2.txt").write_text(TEXT, encoding="utf-8")
    before = files_of(folder)
    ran = qicao("check", *arguments)
    assert ran.code == 2
    assert says in ran.err
    assert files_of(folder) == before


def test_errors_in_the_data_are_told_and_nothing_is_checked(qicao: Qicao, folder: Path) -> None:
    (folder / "drafts" / "2024" / "figures.yaml").write_text("figures:\n  减税: {valu: 3}\n", encoding="utf-8")
    ran = qicao("check", "draft.txt", "--year", "2024")
    assert (ran.code, ran.out) == (2, "")
    assert "没有“valu”这一项" in ran.err


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("option", ["--output", "--fix"])
@pytest.mark.parametrize(
    "target",
    ["draft.txt", "./drafts/../draft.txt", "link.txt", "hard.txt", "drafts/2024/figures.yaml", "drafts"],
)
def test_no_file_that_is_read_is_written(qicao: Qicao, folder: Path, option: str, target: str) -> None:
    try:
        (folder / "link.txt").symlink_to(folder / "draft.txt")
        os.link(folder / "draft.txt", folder / "hard.txt")
    except OSError:
        pytest.skip("this file system has no links")
    before = files_of(folder)
    ran = qicao("check", "draft.txt", "--year", "2024", option, target)
    assert ran.code == 2
    assert files_of(folder) == before


def test_two_outputs_cannot_be_one_file(qicao: Qicao, folder: Path) -> None:
    before = files_of(folder)
    ran = qicao("check", "draft.txt", "--output", "new.txt", "--fix", "new.txt")
    assert ran.code == 2
    assert "几个选项写到同一个文件" in ran.err
    assert files_of(folder) == before


def test_output_goes_into_a_file(qicao: Qicao, folder: Path) -> None:
    printed = qicao("check", "draft.txt", "--year", "2024").out
    ran = qicao("check", "draft.txt", "--year", "2024", "--output", "found.txt")
    assert (ran.code, ran.out) == (1, "")
    assert "已写到 found.txt" in ran.err
    assert (folder / "found.txt").read_text("utf-8") == printed


def test_an_unreadable_draft_among_several_does_not_stop_the_others(qicao: Qicao, folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a zip")
    ran = qicao("check", "draft.txt", "broken.docx", "nope.txt", "--format", "json", "--year", "2024")
    assert ran.code == 2
    assert [draft["draft"] for draft in ran.json["drafts"]] == ["draft.txt"]
    assert [draft["draft"] for draft in ran.json["unreadable"]] == ["broken.docx", "nope.txt"]
    assert "broken.docx: 错误" in ran.err
    assert "nope.txt: 错误" in ran.err


def test_a_draft_named_twice_is_checked_once(qicao: Qicao, folder: Path) -> None:
    ran = qicao("check", "draft.txt", str(folder / "draft.txt"), "--format", "json")
    assert [draft["draft"] for draft in ran.json["drafts"]] == ["draft.txt"]
    assert "有的稿件写了两次，只核对一次" in ran.err


@pytest.mark.parametrize("format", ["text", "json", "sarif", "html"])
def test_several_processes_say_what_one_says_in_the_same_order(qicao: Qicao, folder: Path, format: str) -> None:
    names = [f"draft{number}.txt" for number in (3, 1, 2, 5, 4)]
    for number, name in enumerate(names):
        text = TEXT if number % 2 else DAMAGED.replace("5.4", f"{number}.4")
        (folder / name).write_text(text, encoding="utf-8")
    arguments = ("check", *names[:2], "nope.txt", *names[2:], "--year", "2024", "--format", format)
    assert qicao(*arguments) == qicao(*arguments, "--jobs", "3")


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), ["P103", "T101", "T102"]),
        (("--select", "T"), ["T101", "T102"]),
        (("--select", "t102"), ["T102"]),
        (("--select", "tie-out,half-width-mark", "--ignore", "T101"), ["P103", "T102"]),
        (("--ignore", "P，T102"), ["T101"]),
    ],
)
def test_rules_are_chosen_by_code_group_or_name(qicao: Qicao, options: tuple[str, ...], codes: list[str]) -> None:
    [draft] = qicao("check", "draft.txt", "--year", "2024", "--format", "json", *options).json["drafts"]
    found = draft["diagnostics"]
    assert isinstance(found, list)
    assert sorted(d["code"] for d in found) == codes


def test_the_record_in_a_word_file_is_compared_where_no_year_is_named(qicao: Qicao, folder: Path, word: Path) -> None:
    (folder / "drafts").rename(folder / "away")
    [draft] = qicao("check", "draft.docx", "--format", "json").json["drafts"]
    assert draft["year"] == 2024
    coverage = draft["coverage"]
    assert isinstance(coverage, dict)
    assert coverage["figures"]["tied"] == 4


def test_the_report_as_it_was_built_gives_nothing_at_all(qicao: Qicao) -> None:
    assert qicao("build", "2024", "--out", ".").code == 0
    for name in ("work-report-2024.docx", "work-report-2024.txt"):
        ran = qicao("check", name, "--year", "2024")
        assert (ran.code, f"{name}：没有发现问题。" in ran.out) == (0, True), ran.out


# ---- copies --------------------------------------------------------------------------------------------------------


MARKED = {
    "UTF-16": DAMAGED.encode("utf-16"),
    "Markdown": "\n\n".join(f"- **{line[:1]}**{line[1:]}" for line in DAMAGED.splitlines()).encode(),
}


@pytest.mark.parametrize(("name", "data"), MARKED.items())
def test_fixes_find_their_place_among_marks(qicao: Qicao, folder: Path, name: str, data: bytes) -> None:
    suffix, codec = (".md", "utf-8") if name == "Markdown" else (".txt", "utf-16")
    (folder / f"in{suffix}").write_bytes(data)
    qicao("check", f"in{suffix}", "--year", "2024", "--fix", f"out{suffix}")
    assert (folder / f"out{suffix}").read_bytes().decode(codec) == data.decode(codec).replace(",", "，")


def test_a_copy_is_called_what_it_is(qicao: Qicao, word: Path) -> None:
    macros = word.rename(word.with_suffix(".docm"))
    ran = qicao("check", macros.name, "--annotate", "out.docx")
    assert (ran.code, "请写 .docm 文件名" in ran.err) == (2, True)
    assert qicao("check", macros.name, "--annotate", "out.docm", "--select", "P103").code == 1
    assert macros.with_name("out.docm").is_file()


ENCODED = {
    "utf-8": DAMAGED.encode(),
    "utf-8-mark": b"\xef\xbb\xbf" + DAMAGED.encode(),
    "gb18030": DAMAGED.encode("gb18030"),
    "crlf": DAMAGED.replace("\n", "\r\n").encode(),
    "mixed-ends": DAMAGED.replace("\n", "\r", 1).replace("。\n", "。\r\n", 1).encode(),
    "blank-lines-and-indents": DAMAGED.replace("\n", "\n\n　　").encode(),
    "one-line": DAMAGED.replace("\n", " ").encode(),
    "no-end": DAMAGED.rstrip("\n").encode(),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_safe_fixes_change_their_characters_and_no_other_byte(qicao: Qicao, folder: Path, data: bytes) -> None:
    path = folder / "draft.txt"
    path.write_bytes(data)
    ran = qicao("check", "draft.txt", "--year", "2024", "--fix", "fixed.txt")
    assert "已另存 fixed.txt：改好 1 处" in ran.err
    assert path.read_bytes() == data
    wide = "，".encode("gb18030" if data == ENCODED["gb18030"] else "utf-8")
    assert (folder / "fixed.txt").read_bytes() == data.replace(b",", wide)
    again = qicao("check", "fixed.txt", "--year", "2024", "--format", "json")
    assert "P103" not in again.out
    assert "T101" in again.out


def test_what_needs_a_decision_is_left_to_people(qicao: Qicao) -> None:
    ran = qicao("check", "draft.txt", "--year", "2024", "--fix", "fixed.txt")
    assert "还有 2 处要人来改" in ran.err


def test_word_is_fixed_by_tracked_changes(qicao: Qicao, folder: Path, word: Path) -> None:
    before = word.read_bytes()
    ran = qicao("check", "draft.docx", "--fix", "fixed.docx")
    assert "已另存 fixed.docx：改好 1 处" in ran.err
    assert word.read_bytes() == before
    fixed = read_draft(folder / "fixed.docx")
    assert fixed.word is not None
    assert (fixed.word.insertions, fixed.word.deletions) == (1, 1)
    assert any("一年，" in paragraph.text for paragraph in fixed.body)
    assert "P103" not in qicao("check", "fixed.docx").out


def test_word_is_annotated_at_each_finding(qicao: Qicao, folder: Path, word: Path) -> None:
    figures = folder / "drafts" / "2024" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("5.1", "5.3"), encoding="utf-8")
    before = word.read_bytes()
    ran = qicao("check", "draft.docx", "--year", "2024", "--annotate", "out.docx")
    assert ran.code == 1
    assert "已另存 out.docx：2 处加了批注" in ran.err
    assert word.read_bytes() == before
    import docx

    comments = [(c.author, c.text) for c in docx.Document(str(folder / "out.docx")).comments]
    assert len(comments) == 2
    assert any("应为：5.3%" in text and "figures.yaml:2" in text for _, text in comments)
    assert [p.text for p in read_draft(folder / "out.docx").body] == [p.text for p in read_draft(word).body]


def test_both_copies_at_once(qicao: Qicao, folder: Path, word: Path) -> None:
    qicao("check", "draft.docx", "--annotate", "a.docx", "--fix", "b.docx", "--output", "c.txt")
    assert {"a.docx", "b.docx", "c.txt"} <= {path.name for path in folder.iterdir()}
