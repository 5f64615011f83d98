"""Putting a rolled year into the workspace: as a new folder, or into one that is there without losing an edit."""

from __future__ import annotations

import json
import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.diagnostics import CannotRunError, Severity
from generator.loading.loader import DATA_SECTIONS
from generator.rolling.editing import Editor, child
from generator.rolling.merging import Merged, merged
from generator.rolling.rolling import Files, Rolled, loaded_from, roll, without_entries
from generator.workspace import Workspace, read_bounded, reason_of, write_all

RECORD_NAME = ".rolled.json"
"""Beside the files: what was written, so that a later ``--merge`` knows which lines people have edited since."""


@dataclass(frozen=True, slots=True)
class RollRequest:
    """What to do: ``year`` is last year's."""

    year: int
    merge: bool = False
    dry_run: bool = False
    drop_narrative: bool = False


@dataclass(frozen=True, slots=True)
class RollResult:
    """Files by name: made new, changed (before, after), left as they are, and those that could not be merged.

    ``not_placed`` is what last year's data say anew at places that people have edited since: runs of lines;
    ``narrative_kept``: the narrative was to be dropped, but is in the draft since it was first rolled.
    """

    rolled: Rolled
    folder: Path
    made: Files
    changed: Mapping[str, tuple[str, str]]
    unchanged: tuple[str, ...]
    not_merged: tuple[str, ...]
    not_placed: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    narrative_kept: bool = False


def run_roll(workspace: Workspace, request: RollRequest) -> RollResult:
    """Roll a year forward and write it, unless it is a dry run.

    Raises :class:`CannotRunError` when the new year has a folder already and ``merge`` is not asked for, and
    :class:`~generator.diagnostics.QicaoError` as :func:`roll` does.
    """
    workspace.year_folder(request.year)
    folder = workspace.root / "drafts" / str(request.year + 1)
    there = folder.is_dir() and any(folder.iterdir())
    if there and not request.merge:
        hint = "要把新有的补进去、改过的都不动，加 --merge；只想看看，再加 --dry-run"
        raise CannotRunError(f"{request.year + 1} 年的文件夹已经有了：{workspace.name_of(folder)}，没有动", hint)
    record = _record(folder)
    drop = bool(record.get("drop_narrative", request.drop_narrative)) if there else request.drop_narrative
    rolled = roll(workspace, request.year, drop_narrative=drop)
    if there:
        kept = request.drop_narrative and not drop
        result = replace(_merged(workspace, folder, rolled, record), narrative_kept=kept)
    else:
        result = RollResult(rolled, folder, rolled.files, {}, (), ())
    if not request.dry_run:
        like = folder if there else workspace.year_folder(request.year)
        _write(result, _new_record(result, record, request.year, drop=drop), like, there=there)
    return result


def _merged(workspace: Workspace, folder: Path, rolled: Rolled, record: Mapping[str, object]) -> RollResult:
    current = {name: workspace.read(folder / name) for name in rolled.files if (folder / name).is_file()}
    recorded = record.get("files")
    base = {str(k): str(v) for k, v in recorded.items()} if isinstance(recorded, dict) else {}
    made = {name: text for name, text in rolled.files.items() if name not in current and name not in base}
    merges = {name: _merge_one(name, base.get(name), text, rolled.files[name]) for name, text in current.items()}
    faulty = _faulty(current, {**made, **{name: one.text for name, one in merges.items()}}, rolled.year)
    good = {name: one.text for name, one in merges.items() if name not in faulty}
    changed = {name: (current[name], text) for name, text in good.items() if text != current[name]}
    unchanged = tuple(name for name in good if name not in changed)
    not_placed = {name: one.not_placed for name, one in merges.items() if one.not_placed and name in good}
    return RollResult(rolled, folder, made, changed, unchanged, tuple(sorted(faulty)), not_placed)


def _merge_one(name: str, base: str | None, current: str, new: str) -> Merged:
    by_entry = name in DATA_SECTIONS
    if base is None:
        base = _without_missing(name, current, new) if by_entry else new
    return merged(base, current, new, by_entry=by_entry)


def _without_missing(name: str, current: str, new: str) -> str:
    """The new file without entries that the current one lacks: what stands for the record when there is none."""
    editor, there = Editor.of(new, name), Editor.of(current, name).file.root
    lines = {
        entry.key.line
        for section in editor.entries(editor.file.root)
        for entry in editor.entries(section.value)
        if _lacks(child(there, str(section.key)), str(entry.key))
    }
    return without_entries(new, name, lines) if lines else new


def _lacks(section: object, key: str) -> bool:
    return not isinstance(section, dict) or key not in section


def _faulty(before: Files, after: Files, year: int) -> set[str]:
    """Files in which merging made errors that were not there."""
    known = {(d.code, d.message) for d in loaded_from(before, year).diagnostics}
    found = loaded_from({**before, **after}, year).diagnostics
    new = (d for d in found if d.severity is Severity.ERROR and (d.code, d.message) not in known)
    return {d.position.file.split("/", 2)[2] for d in new}.intersection(after)


def _record(folder: Path) -> Mapping[str, object]:
    try:
        record = json.loads((folder / RECORD_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _new_record(result: RollResult, old: Mapping[str, object], year: int, *, drop: bool) -> dict[str, object]:
    """What is rolled now; for files that could not be merged, what was rolled before."""
    before = old.get("files")
    kept = (
        {name: text for name, text in before.items() if name in result.not_merged} if isinstance(before, dict) else {}
    )
    files = {name: text for name, text in result.rolled.files.items() if name not in result.not_merged}
    return {"from": year, "drop_narrative": drop, "files": {**files, **kept}}


def _write(result: RollResult, record: Mapping[str, object], like: Path, *, there: bool) -> None:
    """Write what is new; line ends are those of the file of the same name in the folder ``like``."""
    texts = {**result.made, **{name: after for name, (_, after) in result.changed.items()}}
    data = {name: _as_before(text, like / name) for name, text in texts.items()}
    data[RECORD_NAME] = f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode()
    if there:
        write_all({result.folder / name: content for name, content in data.items()})
    else:
        _write_folder(result.folder, data)


def _as_before(text: str, path: Path) -> bytes:
    """The bytes of a text, with the mark and the line ends of the file that it comes from or goes to."""
    old = read_bounded(path, str(path)) if path.is_file() else b""
    mark = BOM_UTF8 if old.startswith(BOM_UTF8) else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()


def _write_folder(folder: Path, data: Mapping[str, bytes]) -> None:
    """The whole folder under its name, or nothing of it."""
    try:
        building = Path(tempfile.mkdtemp(prefix=".qicao-", dir=folder.parent))
        try:
            write_all({building / name: content for name, content in data.items()})
            building.chmod(0o755)
            if folder.is_dir():
                folder.rmdir()  # it is empty
            building.rename(folder)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    except OSError as error:
        raise CannotRunError(f"建不了文件夹 {folder}：{reason_of(error)}") from error
