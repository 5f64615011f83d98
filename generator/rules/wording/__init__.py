"""Rules about words: set phrases, titles, order of organs, confusable and superseded words."""
