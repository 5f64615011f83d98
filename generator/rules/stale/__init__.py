"""What was left over from last year's report: years, running counts, plan periods."""
