"""A new workspace for another place: a short but whole report whose numbers are still owed."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.diagnostics import CannotRunError
from generator.schema_files import write_schemas
from generator.templating.starter_text import fill
from generator.workspace import PACKAGED_TEMPLATES, read_bounded, write_atomically

FIRST_YEAR, LAST_YEAR = 1950, 2200
MAX_PLACE = 20

_YEAR_FILES = {
    "report.yaml": "report",
    "figures.yaml": "figures",
    "targets.yaml": "targets",
    "projects.yaml": "projects",
    "terms.yaml": "terms",
    "outline/1-opening.yaml": "opening",
    "outline/2-review.yaml": "review",
    "outline/3-plan.yaml": "plan",
    "outline/4-building.yaml": "building",
}
"""File under ``drafts/<year>/`` to the starter template that it is made from."""

_NOTE = "templates/说明.md"

_LEVELS = {
    "自治区": ("自治区", "自治区人民政府", "自治区党委", "区"),
    "省": ("省", "省人民政府", "省委", "省"),
    "市": ("市", "市人民政府", "市委", "市"),
    "县": ("县", "县人民政府", "县委", "县"),
    "区": ("区", "区人民政府", "区委", "区"),
    "州": ("州", "州人民政府", "州委", "州"),
    "盟": ("盟", "盟行政公署", "盟委", "盟"),
    "旗": ("旗", "旗人民政府", "旗委", "旗"),
}
"""End of a place's name to the words before 政协, for its government, its party committee, and after 全."""


def start_workspace(folder: Path, place: str, year: int, *, dry_run: bool = False) -> list[Path]:
    """Make ``folder`` a workspace for ``place`` with a starter report for ``year``; gives the files made, in order.

    A dry run makes nothing that stays.

    Raises :class:`CannotRunError` when the folder holds anything, the place or the year will not do, or nothing can be
    written there.  Either the whole workspace comes into being or nothing of it.
    """
    words = _words(place, year)
    try:
        _require_empty(folder)
        if dry_run:
            with tempfile.TemporaryDirectory(prefix="qicao-") as building_place:
                return [folder / name for name in _write_all(Path(building_place), words, year)]
        with _built_beside(folder) as building:
            names = _write_all(building, words, year)
            _move_in(building, folder)
    except OSError as error:
        raise CannotRunError(f"建不了文件夹 {folder}：{error.strerror}", "请换一个可以写入的地方") from error
    return [folder / name for name in names]


def _words(place: str, year: int) -> Mapping[str, str | int]:
    """What the starter templates may print."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CannotRunError(f"年份不能是 {year}", f"请写 {FIRST_YEAR} 到 {LAST_YEAR} 之间的四位年份，如 2025")
    require_place(place)
    for end, (level, government, party, territory) in _LEVELS.items():
        if place.endswith(end):
            return {
                "place": place,
                "year": year,
                "level": level,
                "government": government,
                "party": party,
                "territory": territory,
            }
    raise CannotRunError(f"看不出“{place}”是哪一级", f"地名请写全称，末尾是 {'、'.join(_LEVELS)}，如 某市、某县")


def require_place(place: str) -> None:
    """Only letters, so that a place means the same in YAML, in prose and in a comment."""
    if not place:
        raise CannotRunError("没有写地名", "用 --place 写上，如 --place 某市")
    if len(place) > MAX_PLACE:
        raise CannotRunError(f"地名太长：{len(place)} 个字，最多 {MAX_PLACE} 个")
    for character in place:
        if not (character.isalnum() or character == "·"):
            shown = f"“{character}”" if character.isprintable() else "换行等看不见的字符"
            raise CannotRunError(f"地名里不能有{shown}", "地名只写文字，如 某市、某县")


def _require_empty(folder: Path) -> None:
    if folder.is_symlink() and not folder.exists():
        raise CannotRunError(f"{folder} 是一个断开的链接", "请换一个文件夹名")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CannotRunError(f"{folder} 是一个文件，不是文件夹", "请换一个文件夹名")
    occupied = next(folder.iterdir(), None)
    if occupied is not None:
        raise CannotRunError(f"文件夹 {folder} 不是空的，里面有 {occupied.name} 等", "请换一个新文件夹；这里没有动")


@contextlib.contextmanager
def _built_beside(folder: Path) -> Iterator[Path]:
    """A folder to build in, on the same disk as ``folder``; gone at the end, new parents only after a failure."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    building: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".qicao-", dir=folder if folder.is_dir() else folder.parent))
        yield building
    except BaseException:
        _remove(building)
        for parent in missing:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise
    _remove(building)


def _remove(building: Path | None) -> None:
    if building is not None:
        shutil.rmtree(building, ignore_errors=True)


def _write_all(root: Path, words: Mapping[str, str | int], year: int) -> list[str]:
    """Every file of the workspace under ``root``; gives their names, those that people fill in first."""
    made = {f"drafts/{year}/{name}": f"starter/{template}.yaml.jinja" for name, template in _YEAR_FILES.items()}
    made[_NOTE] = "starter/templates-note.md.jinja"
    for name, template in made.items():
        write_atomically(root / name, fill(template, words, _read_packaged).encode())
    return list(made) + [path.relative_to(root).as_posix() for path in write_schemas(root / "schemas")]


def _read_packaged(name: str) -> bytes | None:
    path = PACKAGED_TEMPLATES / name
    return read_bounded(path, name) if path.is_file() else None


def _move_in(building: Path, folder: Path) -> None:
    """Put what was built in place: as the folder itself, or, where an empty one is there already, into it."""
    if not folder.exists():
        building.chmod(0o755)
        building.rename(folder)
        return
    moved: list[Path] = []
    try:
        for child in sorted(building.iterdir()):
            child.rename(folder / child.name)
            moved.append(folder / child.name)
    except OSError:
        for path in moved:
            shutil.rmtree(path, ignore_errors=True)
        raise
