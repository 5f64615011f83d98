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
    try:
        from generator.cli import run  # after the line above: importing makes most of the objects

        code = _delivered(run())
    except KeyboardInterrupt:  # while it was still starting
        code = 130
    os._exit(code)


def _delivered(code: int) -> int:
    """The exit code, once what was printed has left the process."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # which it is where the user closed it
                stream.flush()
    except (BrokenPipeError, ValueError):  # nobody listens any more
        return code or 1
    except OSError as error:
        from generator.workspace import reason_of

        os.write(2, f"输出没有写完：{reason_of(error)}。\n".encode())
        return 2
    return code


if __name__ == "__main__":
    main()
