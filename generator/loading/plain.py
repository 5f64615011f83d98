"""YAML for settings files such as layout presets: values without places, faults as an error."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import CannotRunError, QicaoError, has_errors
from generator.loading.parsing import parse_yaml
from generator.workspace import decode


def parse_plain(data: bytes, name: str) -> Mapping[str, object]:
    """The mapping in a YAML file; raises :class:`QicaoError` with what is wrong with it."""
    text = decode(data, name)
    root, found = parse_yaml(text, name)
    if has_errors(found):
        from generator.loading.loader import with_source_line  # imports the models, which settings do without
        from generator.loading.locating import SourceFile

        file = SourceFile(name, tuple(text.split("\n")), root)
        raise QicaoError([with_source_line(d, file) for d in found])
    if not isinstance(root, dict):
        raise CannotRunError("这个文件应是“名称: 内容”的形式", file=name)
    return {str(key): value for key, value in root.items()}
