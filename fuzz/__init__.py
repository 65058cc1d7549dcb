"""Harnesses that look for texts and bytes that break something: mutated articles, and bytes that grow towards every branch."""
