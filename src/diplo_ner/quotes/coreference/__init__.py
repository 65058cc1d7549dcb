"""Coreference: whom a title, a description or a pronoun takes up."""
