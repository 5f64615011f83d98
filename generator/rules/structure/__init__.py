"""Is the report's skeleton whole: numbering, marks, parts, nothing twice, nothing referred to that is not there."""
