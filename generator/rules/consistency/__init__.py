"""One thing said twice should be said the same: names, slogans, labels, organs."""
