"""The colours and lines of the types of entities, as a style sheet made from their table."""

from __future__ import annotations

from functools import lru_cache

from ..entity_types import TypeFacts, type_facts

_THIN = {"double": "\n  text-decoration-thickness: 1px;"}
"""A double line of the usual thickness would touch the line below."""


@lru_cache(maxsize=1)
def type_styles() -> str:
    """Rules for ``.person``, ``.country`` and so on: colour in light and dark, line, and what hides them.

    >>> ".mention.person {" in type_styles()
    True
    """
    facts = list(type_facts().values())
    return "\n\n".join(
        [
            _block(":root", [f"--{_name(fact)}: {fact.light};" for fact in facts]),
            "@media (prefers-color-scheme: dark) {\n  "
            + _block(":root", [f"--{_name(fact)}: {fact.dark};" for fact in facts]).replace("\n", "\n  ")
            + "\n}",
            *(_block(f".{_name(fact)}", [f"--own: var(--{_name(fact)});"]) for fact in facts),
            *(
                _block(f".mention.{_name(fact)}", [f"text-decoration-style: {fact.line};{_THIN.get(fact.line, '')}"])
                for fact in facts
            ),
            _block(
                ",\n".join(f".hide-{_name(fact)} .text .mention.{_name(fact)}" for fact in facts),
                ["background: none;", "box-shadow: none;", "color: inherit;", "text-decoration: none;"],
            ),
            _block(
                ",\n".join(f'.hide-{_name(fact)} [data-type="{_name(fact)}"]' for fact in facts), ["display: none;"]
            ),
        ]
    )


def _name(fact: TypeFacts) -> str:
    return fact.name.lower()


def _block(selector: str, lines: list[str]) -> str:
    inner = "\n".join(f"  {line}" for line in lines)
    return f"{selector} {{\n{inner}\n}}"
