"""News: what happened, and what the party says about it."""

from pathlib import Path

from sitegen.article import Article
from sitegen.kind import Kind, MarkdownFiles
from sitegen.things import tell_as


class NewsStory(Article):
    """One piece of news."""


KIND = Kind(
    name="news",
    title="News",
    singular="news",
    explanation="What happened, what the party says about it, and what to do next.",
    model=NewsStory,
    home=Path(__file__).parent,
    written=MarkdownFiles("news"),
    address="news/{id}/",
    index="news/",
    has_feed=True,
    anchors=("at-corrections", "at-sources"),
    takes_replies=True,
    json_ld=tell_as("NewsArticle"),
)
