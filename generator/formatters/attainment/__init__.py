"""The table of targets and results in each of its formats."""
