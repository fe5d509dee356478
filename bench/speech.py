"""Made-up party talk of any length: names, titles, sentences and paragraphs, drawn by lot."""

import tomllib
from pathlib import Path
from random import Random
from typing import Final

WORDS: Final[dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
"""Lists of words by what they are: `wards`, `matters`, `subjects` …"""


class Speech:
    """What is said in one page; the same for the same seed."""

    def __init__(self, seed: str) -> None:
        self.lot = Random(seed)

    def pick(self, list_name: str) -> str:
        """One word of a list."""
        return self.lot.choice(WORDS[list_name])

    def number(self, least: int, most: int) -> int:
        """A number between two others, which may be drawn as well."""
        return self.lot.randint(least, most)

    def name(self) -> str:
        """Somebody's name."""
        return f"{self.pick('first_names')} {self.pick('last_names')}"

    def title(self) -> str:
        """A few words for a heading."""
        subjects = self.lot.sample(WORDS["subjects"], 2)
        return f"{subjects[0].capitalize()}, {subjects[1]} and {self.pick('matters')}"

    def tags(self) -> list[str]:
        """One to three subjects, sorted."""
        return sorted(self.lot.sample(WORDS["subjects"], self.number(1, 3)))

    def sentence(self) -> str:
        """One sentence of about a dozen words; one in five has a link or a word that stands out."""
        said = f"The {self.pick('bodies')} {self.pick('deeds')} {self.pick('matters')} {self.pick('reasons')}"
        kind = self.number(1, 20)
        if kind == 1:
            said += f", and this was **{self.pick('deeds')} twice**"
        elif kind == 2:
            said += (
                f", see [what was said on {self.pick('subjects')}](https://example.org/minutes/{self.number(1, 900)})"
            )
        elif kind <= 4:
            said += f" and {self.pick('reasons')} *{self.pick('deeds')}* {self.pick('matters')}"
        return f"{said}."

    def paragraph(self, words: int) -> str:
        """Sentences on one line, until there are so many words."""
        sentences: list[str] = []
        while sum(sentence.count(" ") + 1 for sentence in sentences) < words:
            sentences.append(self.sentence())
        return " ".join(sentences)

    def bullets(self, count: int, mark: str = "-") -> list[str]:
        """A list with a sentence in each item; `mark` may be `1.`, which Markdown counts on."""
        return [f"{mark} {self.sentence()}" for _ in range(count)] + [""]
