"""Processes that show what starting costs: ``build`` and ``check`` import what these commands use; ``help`` all, then
shows the help.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from types import ModuleType

BUILD = (
    "generator.cli",
    "generator.building",
    "generator.commands.progress",
    "generator.writers.txt",
    "generator.writers.docx.layouts",
)
CHECK = (
    "generator.cli",
    "generator.checking.many",
    "generator.commands.progress",
    "generator.formatters.checks_text",
    "generator.readers.docx",
)
USED = {"build": BUILD, "check": CHECK}


def import_all(package: ModuleType) -> None:
    """Every module of a package."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def main(what: str) -> None:
    """``build``, ``check``: import what the command imports and end.  ``help``: import all, then print the help."""
    from generator.__main__ import main as qicao

    if what in USED:
        for name in USED[what]:
            importlib.import_module(name)
        if what == "check":
            importlib.import_module("generator.checking.registry").all_rules()
        os._exit(0)  # as qicao ends
    import generator
    import schemas

    import_all(schemas)
    import_all(generator)
    sys.argv = ["qicao", "--help"]
    qicao()


if __name__ == "__main__":
    main(sys.argv[1])
