"""YAML files to a :class:`~schemas.report.Report`, with every leaf's place kept for messages."""
