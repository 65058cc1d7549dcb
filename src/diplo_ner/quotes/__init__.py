"""Quotation marks, what is a quote, and who says it: over words and entities, without a parse."""
