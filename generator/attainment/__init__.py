"""目标完成情况: what was aimed at a year ago against what has come of it."""
