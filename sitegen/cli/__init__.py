"""The command `sitegen`, run in a party's folder; each module holds commands of one sort.

Exit status: 0 done, 1 problems in the content (warnings too under --strict), 2 wrong use.
"""

import click

from sitegen import __version__
from sitegen.cli.adding import add
from sitegen.cli.building_commands import build, check, serve
from sitegen.cli.chore_commands import Main
from sitegen.cli.completion import completion
from sitegen.cli.explain import explain
from sitegen.cli.gallery import gallery
from sitegen.cli.importing_commands import import_
from sitegen.cli.new import new
from sitegen.cli.options import show_examples
from sitegen.cli.schemas import schemas
from sitegen.cli.status import status

__all__ = ["main"]


@click.group(
    cls=Main,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=show_examples(
        "sitegen new exampleton", 'sitegen add news "Four hundred came to the fair"', "sitegen check", "sitegen build"
    ),
)
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Make a website for a local party from its Markdown and YAML.

    A command ends with status 0 if all is well, 1 if something in the files is wrong, 2 if it was called wrongly.
    """


for command in (new, add, import_, check, status, explain, build, serve, schemas, gallery, completion):
    main.add_command(command)
