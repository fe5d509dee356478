"""Reloading in the browser while somebody writes: a script of its own file, so that the site's policy holds.

MkDocs' server puts its script inline, which `script-src 'self'` rightly stops.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

ADDRESS: Final = "/livereload.js"
SCRIPT: Final = """\
const wanted = new URL(document.currentScript.src).search.slice(1);
const ask = async () => {
  try {
    const answer = await fetch(`/livereload/${wanted}/${Math.floor(Math.random() * 1e9)}`);
    if (answer.ok && Number(await answer.text()) > Number(wanted)) { location.reload(); return; }
    ask();
  } catch { setTimeout(ask, 3000); }
};
addEventListener("load", ask);
"""

Answer = Iterable[bytes] | None


def reload_by_file(server: Any) -> None:
    """Make MkDocs' server hand out the reload script as a file; `server` is its LiveReloadServer."""
    answer: Callable[[dict[str, Any], Callable[..., Any]], Answer] = server._serve_request

    def serve_request(environ: dict[str, Any], start_response: Callable[..., Any]) -> Answer:
        if environ["PATH_INFO"] == ADDRESS:
            start_response("200 OK", [("Content-Type", "text/javascript; charset=utf-8")])
            return [SCRIPT.encode()]
        return answer(environ, start_response)

    server._serve_request = serve_request
    server._inject_js_into_html = inject


def inject(content: bytes, epoch: int) -> bytes:
    """The page with the script before its end; `epoch` is the version that the browser has."""
    before, end, after = content.rpartition(b"</body>")
    script = f'<script src="{ADDRESS}?{epoch}"></script>'.encode()
    return before + script + end + after if end else content
