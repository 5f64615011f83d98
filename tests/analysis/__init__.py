"""Tests of generator.analysis."""
