"""What several rules have in common: how words, amounts, totals and projects are compared."""
