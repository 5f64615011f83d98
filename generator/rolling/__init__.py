"""One year's data into the next: what carries over, what is owed, and how far the new draft is."""
