"""The statistical model's spans, found several times faster than spaCy finds them, and the same ones.

Nothing here knows of entities or quotes: it is spaCy's tokeniser and its named entity recogniser, read from
the same files, with the same results; ``docs/performance.md`` tells what each choice is worth.
"""
