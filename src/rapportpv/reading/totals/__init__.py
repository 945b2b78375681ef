"""Printed totals held against the sums that they may be."""
