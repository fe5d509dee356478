"""The gallery of components, for those who design and review."""

import shutil
from pathlib import Path

import click

from sitegen.cli.options import PRINTED, show_examples
from sitegen.cli.printing import print_done
from sitegen.words import count_words


@click.command(epilog=show_examples("sitegen gallery", "sitegen gallery -d /tmp/gallery --custom-dir theme"))
@click.option(
    "-d", "--dir", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("gallery"),
    show_default=True, help="Where the gallery goes.",
)  # fmt: skip
@click.option("--custom-dir", type=click.Path(file_okay=False), help="The folder with your own components.")
@PRINTED
def gallery(folder: Path, custom_dir: str | None, form: str) -> None:
    """Show every component with every example.

    Each stands in both looks, wide and as narrow as a phone, in the light or dark that your browser asks for.
    """
    from sitegen.component_gallery.making import MARK, make_gallery  # drawing takes a while to load

    if custom_dir and not Path(custom_dir).is_dir():
        raise click.UsageError(f"There is no folder '{custom_dir}' here.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise click.UsageError(f"There are other files in '{folder}'. Name an empty folder with -d.")
    made = dict(make_gallery(custom_dir))
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    number = sum(path.endswith("/index.html") for path in made)
    words = f"Made a gallery of {count_words(number, 'component')}. To look at it: open {folder / 'index.html'}"
    print_done(form, words, [str(folder / path) for path in made])
