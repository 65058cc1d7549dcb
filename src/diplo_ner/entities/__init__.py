"""Tagging persons, countries, organisations and places, and merging their mentions within an article."""
