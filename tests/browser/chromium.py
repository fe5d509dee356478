"""Which Chromium the browser tests start, and how.

`python -m tests.browser.chromium` prints where it is, or a sentence and exit code 1.
"""

import os
import shutil
import subprocess
import sys
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoChromium(Exception):
    """No Chromium was found; the message says how to get one."""


def find_chromium() -> str:
    """The path of a Chromium that starts: the variable CHROMIUM, else the usual names.

    Raises NoChromium. Ubuntu puts a script under one of the names that only asks for a snap: it does not start.
    """
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    raise NoChromium(
        "The browser tests need Chromium. Debian: sudo apt-get install chromium. Ubuntu: sudo snap install chromium. "
        "If it is there under another name: CHROMIUM=/path/to/it make test"
    )


if __name__ == "__main__":
    try:
        print(find_chromium())
    except NoChromium as error:
        sys.exit(str(error))
