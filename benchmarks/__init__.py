"""Speed and memory, side by side with what a colleague would write; ``python -m benchmarks --help``."""
