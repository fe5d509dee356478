"""JSON Schemas for programs with which files are edited."""

from pathlib import Path

import click

from sitegen.cli.options import PRINTED, show_examples
from sitegen.cli.printing import print_done
from sitegen.json_schemas import FOLDER, write_schemas
from sitegen.kinds import KINDS


@click.command(epilog=show_examples("sitegen schemas", "sitegen schemas .schemas"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path(FOLDER))
@PRINTED
def schemas(folder: Path, form: str) -> None:
    """Write what your editor's program needs to complete fields and mark mistakes.

    They go into FOLDER ('.schemas' if left out); write them anew after a new version of sitegen. A file names its
    schema in its first line: # yaml-language-server: $schema=../.schemas/officers.json
    """
    written = write_schemas(folder, KINDS)
    print_done(form, f"Wrote {len(written)} schemas into {folder}.", [str(one) for one in written])
