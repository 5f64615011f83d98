"""Qicao 起草: the government work report as data and as text at once."""

__version__ = "0.1.0"
