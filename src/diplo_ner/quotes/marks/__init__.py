"""Quotation marks: what they are, which belong together, and the passages between them."""
