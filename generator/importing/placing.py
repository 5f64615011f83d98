"""Putting an imported report into a workspace folder, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import CannotRunError
from generator.importing.importer import NOTES, import_report
from generator.schema_files import FILES, schema_text
from generator.starting import FIRST_YEAR, LAST_YEAR, require_place
from generator.workspace import write_all


def place_import(file: Path, year: int, place: str, folder: Path, *, dry_run: bool = False) -> Iterator[str]:
    """Import ``file`` into ``folder``/drafts/``year`` and tell line by line what was done.

    Raises :class:`CannotRunError` when that folder holds anything already, the year or place will not do, or the file
    cannot be read; then nothing is written.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CannotRunError(f"年份不能是 {year}", f"请写 {FIRST_YEAR} 到 {LAST_YEAR} 之间的四位年份，如 2025")
    require_place(place)
    target = folder / "drafts" / str(year)
    _require_empty(target)
    made = import_report(file, year, place)
    files = {target / name: text.encode() for name, text in made.files.items()}
    schemas = {folder / "schemas" / f"{name}.schema.json": schema_text(name).encode() for name in FILES}
    files |= {path: data for path, data in schemas.items() if not path.exists()}
    if not dry_run:
        write_all(files)
    verb = "会生成" if dry_run else "已生成"
    yield from (f"{verb} {path}" for path in files)
    yield (
        f"正文 {made.paragraphs} 段，已核对与原稿一字不差（空白不计）；数字 {made.numerals} 处，都有来源："
        f"指标 {made.figures} 个，目标 {made.targets} 个，项目 {made.projects} 个，提法和专名 {made.terms} 个"
    )
    if made.unsure:
        yield f"拿不准的有 {made.unsure} 处，列在 {target / NOTES}"
    if not dry_run:
        yield f"接着：看一遍 {target / NOTES}，再运行 qicao build {year} --workspace {folder}"


def _require_empty(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotRunError(f"{target} 已经有内容了，不会覆盖", "用 --out 换一个新的工作文件夹")
