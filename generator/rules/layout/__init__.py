"""Rules about a Word file itself: fonts, page, tracked changes, hidden text, lost marks."""
