"""What is done in a shorter way, for the sake of speed, gives what the long way gives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from sitegen.kinds import KINDS
from sitegen.pages.environment import make_environment, quick_escape
from sitegen.plugin.files import MadePage
from tests import ROOT


@given(st.one_of(st.text(), st.integers(), st.none(), st.booleans(), st.text().map(Markup)))
def test_what_templates_print_is_escaped_as_ever(value: object) -> None:
    assert quick_escape(value) == escape(value)


def test_templates_escape_by_it() -> None:
    environment = make_environment(KINDS, [ROOT / "themes" / "clp"])
    shown = environment.from_string("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(a) }} {{ b }} {{ c }}")
    values = {"a": "<Fair> & \"tea\" 'n' cake", "b": "plain", "c": Markup("<i>safe</i>")}
    assert shown.render(values) == "<b>&lt;Fair&gt; &amp; &#34;tea&#34; &#39;n&#39; cake</b> plain <i>safe</i>"
    assert shown.root_render_func.__globals__["escape"] is quick_escape


@pytest.mark.parametrize(
    "base", ["https://e.org/", "https://e.org", "https://e.org/town/labour/", "http://e.org:8000/a"]
)
@pytest.mark.parametrize("address", ["", "news/fair/", "404.html", "newyddion/tŷ-cynnes/"])
def test_a_page_has_the_address_on_the_web_that_mkdocs_gives_it(base: str, address: str, tmp_path: Path) -> None:
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    (tmp_path / "content").mkdir()
    config.load_dict({"site_name": "Smallton", "site_url": base, "docs_dir": str(tmp_path / "content")})
    assert config.validate() == ([], [])
    pages = []
    for make in (MadePage, MkDocsPage):
        file = File("fair.md", config.docs_dir, config.site_dir, use_directory_urls=True)
        file.url = address
        pages.append(make("Fair", file, config))
    made, theirs = pages
    assert (made.canonical_url, made.abs_url) == (theirs.canonical_url, theirs.abs_url)
