"""Markdown and Word fragments in, and the figures typed in them."""
