"""Figures that contradict each other inside the draft: sums, shares, growth, dates, ranges."""
