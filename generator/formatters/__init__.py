"""Findings and traces for people and for programs."""
