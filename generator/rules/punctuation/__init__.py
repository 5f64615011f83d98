"""Rules about punctuation marks: pairs, widths, doubled and misplaced marks, spaces."""
