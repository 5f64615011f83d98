"""SARIF: the shape that the standard gives, and places that lead to the very characters.

The schema here is written by hand after the standard (SARIF 2.1.0, OASIS), for the objects that are used and with
nothing else allowed in them; the official file is not shipped.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.checking.pages import rule_pages
from generator.readers.any_file import read_draft
from tests.checking.drafts import DAMAGED
from tests.checking.running import Qicao

Json = dict[str, Any]


def thing(required: str, **properties: Json) -> Json:
    """An object with these properties and no others."""
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required.split()}


def some(items: Json, least: int = 0) -> Json:
    return {"type": "array", "items": items, "minItems": least}


TEXT: Json = {"type": "string"}
COUNT: Json = {"type": "integer", "minimum": 0}
FROM_ONE: Json = {"type": "integer", "minimum": 1}
BAG: Json = {"type": "object"}
LEVEL: Json = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = thing("text", text=TEXT, markdown=TEXT)
PLACE = thing("uri", uri={"type": "string", "format": "uri-reference", "pattern": r"^[^\s\\]+$"}, index=COUNT)
REGION = thing(
    "",
    startLine=FROM_ONE,
    startColumn=FROM_ONE,
    endLine=FROM_ONE,
    endColumn=FROM_ONE,
    charOffset=COUNT,
    charLength=COUNT,
    snippet=thing("text", text=TEXT),
)
LOGICAL = thing("name", name=TEXT, fullyQualifiedName=TEXT, kind=TEXT)
LOCATION = thing(
    "physicalLocation",
    physicalLocation=thing("artifactLocation", artifactLocation=PLACE, region=REGION),
    logicalLocations=some(LOGICAL),
)
REPLACEMENT = thing("deletedRegion", deletedRegion=REGION, insertedContent=thing("text", text=TEXT))
CHANGE = thing("artifactLocation replacements", artifactLocation=PLACE, replacements=some(REPLACEMENT, 1))
RESULT = thing(
    "message ruleId",
    ruleId=TEXT,
    ruleIndex=COUNT,
    level=LEVEL,
    message=MESSAGE,
    locations=some(LOCATION),
    relatedLocations=some(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    fixes=some(thing("artifactChanges", description=MESSAGE, artifactChanges=some(CHANGE, 1))),
    suppressions=some(thing("kind", kind={"enum": ["inSource", "external"]}, status=TEXT, justification=TEXT)),
    properties=BAG,
)
RULE = thing(
    "id",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=thing("", level=LEVEL, enabled={"type": "boolean"}),
    properties=BAG,
)
NOTICE = thing("message", level=LEVEL, message=MESSAGE, locations=some(LOCATION))
RUN = thing(
    "tool",
    tool=thing("driver", driver=thing("name", name=TEXT, fullName=TEXT, version=TEXT, rules=some(RULE))),
    language={"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=some(
        thing(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            exitCode={"type": "integer"},
            toolExecutionNotifications=some(NOTICE),
        )
    ),
    artifacts=some(thing("", location=PLACE, roles=some({"enum": ["analysisTarget"]}), properties=BAG)),
    results=some(RESULT),
)
LOG = thing("version runs", **{"$schema": TEXT}, version={"const": "2.1.0"}, runs=some(RUN, 1))


@pytest.fixture
def sarif(qicao: Qicao) -> Any:
    """Runs a check and gives the one run of its log, after it was held against the schema."""

    def run(*arguments: str) -> Json:
        log = json.loads(qicao("check", *arguments, "--format", "sarif").out)
        assert [f"{e.json_path}: {e.message}" for e in Draft7Validator(LOG).iter_errors(log)] == []
        found: Json = log["runs"][0]
        return found

    return run


def results(run: Json) -> dict[str, Json]:
    return {result["ruleId"]: result for result in run["results"]}


def test_text_findings_have_lines_and_columns(sarif: Any, folder: Path) -> None:
    (folder / "draft.txt").write_text("\n　　" + DAMAGED.replace("\n", "\n\n　　"), encoding="utf-8")
    lines = (folder / "draft.txt").read_text("utf-8").split("\n")
    run = sarif("draft.txt", "--year", "2024")
    assert [result["ruleId"] for result in run["results"]] == ["P103", "T101", "T102"]
    for result in run["results"]:
        [place] = result["locations"]
        region = place["physicalLocation"]["region"]
        line = lines[region["startLine"] - 1]
        text = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert text == region.get("snippet", {"text": ""})["text"]
    assert results(run)["T101"]["locations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "5.4%"}
    assert results(run)["T101"]["locations"][0]["logicalLocations"][0]["name"] == "第2段"


def test_word_findings_have_a_paragraph_and_an_offset_and_no_fix(sarif: Any, folder: Path, word: Path) -> None:
    text = "\n".join(paragraph.text for paragraph in read_draft(word).body)
    result = results(sarif("draft.docx", "--year", "2024"))["P103"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == ","
    assert "fixes" not in result


def test_fixes_replace_what_was_found(sarif: Any) -> None:
    fix = results(sarif("draft.txt", "--year", "2024"))["P103"]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["insertedContent"] == {"text": "，"}
    assert fix["deletedRegion"]["endColumn"] - fix["deletedRegion"]["startColumn"] == 1


def test_fingerprints_are_those_of_the_other_forms(sarif: Any, qicao: Qicao) -> None:
    told = {r["ruleId"]: r["partialFingerprints"]["qicao/v1"] for r in sarif("draft.txt", "--year", "2024")["results"]}
    [draft] = qicao("check", "draft.txt", "--year", "2024", "--format", "json").json["drafts"]
    assert told == {d["code"]: d["fingerprint"] for d in draft["diagnostics"]}  # type: ignore[attr-defined]


def test_every_rule_brings_its_page(sarif: Any) -> None:
    run = sarif("draft.txt")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [page.rule.code for page in rule_pages()]
    assert [rule["help"]["text"] for rule in rules] == [page.page for page in rule_pages()]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_waived_findings_are_suppressed_and_waivers_of_no_use_have_a_place(
    sarif: Any, qicao: Qicao, folder: Path
) -> None:
    qicao("waive", "2024", "draft.txt", "--rule", "T101", "--reason", "已定", "--who", "张三")
    result = results(sarif("draft.txt", "--year", "2024"))["T101"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "已定（张三）"}]
    (folder / "draft.txt").write_text(DAMAGED.replace("5.4", "5.1"), encoding="utf-8")
    place = results(sarif("draft.txt", "--year", "2024"))["V101"]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "drafts/2024/waivers.yaml"}
    assert place["region"] == {"startLine": 7, "startColumn": 11}


def test_what_could_not_be_read_is_a_notification(sarif: Any) -> None:
    run = sarif("draft.txt", "没有 这个.txt")
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    [told] = invocation["toolExecutionNotifications"]
    assert "找不到这个文件" in told["message"]["text"]
    uri = told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[%0-9A-F]+.txt", uri)
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["draft.txt"]
