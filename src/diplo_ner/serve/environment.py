"""The templates of the pages: the report's own, and those around them."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from ..lexicon.countries import by_code
from ..report.environment import environment as report_environment
from ..safe import one_line
from .asked import article_address, entity_address
from .assets import asset_address
from .words_found import with_marks


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates; what is put into them is escaped, and a name they do not know is an error."""
    shared = report_environment()
    assert shared.loader is not None
    made = Environment(
        loader=ChoiceLoader([PackageLoader("diplo_ner.serve"), shared.loader]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        asset=asset_address,
        entity_address=entity_address,
        article_address=article_address,
        with_marks=with_marks,
        country_name=country_name,
    )
    made.filters["one_line"] = one_line
    return made


def compile_templates() -> None:
    """Compile the templates, which takes longer than to fill them."""
    made = environment()
    for name in made.list_templates():
        made.get_template(name)


def country_name(code: str, lang: str) -> str:
    """What readers of a language call a country; the code where the tables do not know it.

    >>> country_name("BE", "fr"), country_name("BE", "en"), country_name("ZZ", "en")
    ('Belgique', 'Belgium', 'ZZ')
    """
    country = by_code(code)
    if country is None:
        return code
    return country.english[0] if lang == "en" and country.english else country.name
