"""Tokens and the verbs among them: groups, what belongs to them, set adverbials; no look at noun phrases."""
