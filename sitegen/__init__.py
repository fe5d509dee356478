"""sitegen: a website for every local party, made from Markdown and YAML."""

__version__ = "0.1.0"
