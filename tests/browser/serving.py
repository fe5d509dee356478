"""A built site on an address of this machine, answered as a plain file host would."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

COMPRESSED: Final = frozenset((".css", ".html", ".js", ".json", ".svg", ".xml"))
"""The endings of files that hosts send compressed."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers with the files of one folder; says nothing, and sends 404.html for what is not there."""

    protocol_version = "HTTP/1.1"
    # What a bare machine without a list of types would send as plain bytes.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".ics": "text/calendar; charset=utf-8",
        ".json": "application/json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is found, else as the library does."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the output of the tests readable."""


class CompressingHandler(SiteHandler):
    """Answers as GitHub Pages and its like do: text is sent compressed, which the time on a slow line depends on."""

    def do_GET(self) -> None:
        """Send the file that is asked for, compressed where it is text."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.endswith("/") else file
        if file.suffix not in COMPRESSED or not file.is_file():
            super().do_GET()
            return
        content = gzip.compress(file.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serve(directory: Path, *, is_compressed: bool = False) -> Iterator[str]:
    """The address, with a slash at its end, at which the files of `directory` can be read meanwhile."""
    handler = CompressingHandler if is_compressed else SiteHandler
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(directory)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
