"""Finds the reference document of a layout, and compiles it only where the shipped one does not match its preset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from generator.diagnostics import CannotRunError
from generator.writers.docx.package import PackageError, unpack
from generator.writers.docx.stamp import hash_of, stamp_of, stamped

if TYPE_CHECKING:
    from schemas.layout import Layout

Read = Callable[[str], bytes | None]
"""Gives a file under ``templates/`` by its name (``layouts/gbt9704.yaml``), the workspace's before the packaged one."""

Parse = Callable[[bytes, str], Mapping[str, object]]
"""Parses a YAML file, given with its name."""


def reference_for(name: str, read: Read, parse: Parse) -> bytes:
    """The reference document of the layout ``name``.

    A precompiled ``layouts/<name>.docx`` is used if every preset it was compiled from still has the same hash, or if
    there is no preset of that name at all (somebody's own Word file).
    """
    ready = read(f"layouts/{name}.docx")
    if ready is not None and _is_current(name, ready, read):
        return ready
    from generator.writers.docx.reference import compile_reference  # python-docx: only for a preset of one's own
    from schemas.layout import LayoutError

    try:
        preset, stamp = load_layout(name, read, parse)
    except LayoutError as error:
        hint = "版式的写法见 templates/layouts/gbt9704.yaml"
        raise CannotRunError(str(error), hint=hint, file=_file(name)) from error
    return compile_reference(preset, stamp)


def load_layout(name: str, read: Read, parse: Parse) -> tuple[Layout, str]:
    """The layout of that name and the stamp for what is compiled from it; raises LayoutError."""
    from schemas.layout import chain_of, layout_from  # as above

    files: dict[str, bytes] = {}

    def parsed(wanted: str) -> Mapping[str, object] | None:
        file = read(_file(wanted))
        if file is None:
            return None
        files[wanted] = file
        return parse(file, _file(wanted))

    chain = chain_of(name, parsed)
    return layout_from(chain), stamp_of(tuple((link, files[link]) for link, _ in chain))


def _is_current(name: str, ready: bytes, read: Read) -> bool:
    if read(_file(name)) is None:
        return True
    try:
        compiled_from = stamped(unpack(ready))
    except PackageError as error:
        raise CannotRunError(f"版式 layouts/{name}.docx 打不开：{error}", file=f"layouts/{name}.docx") from error
    return bool(compiled_from) and all(_agrees(read(_file(link)), digest) for link, digest in compiled_from)


def _agrees(preset: bytes | None, digest: str) -> bool:
    return preset is not None and hash_of(preset) == digest


def _file(name: str) -> str:
    return f"layouts/{name}.yaml"
