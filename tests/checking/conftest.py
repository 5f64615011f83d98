"""The fixtures of :mod:`tests.checking.running`."""

from tests.checking.running import folder, qicao, word

__all__ = ["folder", "qicao", "word"]
