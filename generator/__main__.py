"""``qicao`` and ``python -m generator``: the command line in a process that does nothing else.

A command is short and keeps nearly all it makes, so looking for garbage early and taking everything apart at the end
are a seventh of its time; the system takes the memory back at once.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

_YOUNG = 100_000


def main() -> NoReturn:
    """Run the command line and end the process."""
    gc.set_threshold(_YOUNG)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is wanted, and looking for them takes time
    from generator.cli import run  # after the line above: importing makes most of the objects

    code = run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens any more
        code = code or 1
    os._exit(code)


if __name__ == "__main__":
    main()
