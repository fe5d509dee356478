"""The command `sitegen`, also as `python -m sitegen`: it starts quickly, and ends as soon as all is said."""

import gc


def run() -> None:
    """Do what the command line says; nothing that is loaded or left is garbage, so nobody looks through it."""
    gc.disable()
    from sitegen.cli import main  # here, so that none of it is looked through: a tenth of the start

    gc.freeze()
    gc.enable()
    try:
        main(prog_name="sitegen")
    finally:
        gc.freeze()  # Python looks through all that is left when it ends: a twentieth of a build


if __name__ == "__main__":
    run()
