"""Web sites beside the demo, on origins of their own: a folder of files each, from this process."""

import mimetypes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class Elsewhere:
    """``with Elsewhere(folder, host, port, words, policy):`` serves the files of a folder, and
    ``index.html`` at the root. In HTML, ``%(name)s`` becomes what ``words`` says; ``policy`` is the
    Content-Security-Policy."""

    def __init__(self, folder: Path, host: str, port: int, words: dict[str, str], policy: str):
        files = {f"/{path.relative_to(folder)}": path for path in folder.rglob("*.*")}
        files["/"] = files["/index.html"]

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                path = files.get(self.path.partition("?")[0])
                if path is None:
                    self.send_error(404)
                    return
                content = path.read_bytes()
                if path.suffix == ".html":
                    content = (content.decode() % words).encode()
                kind = mimetypes.guess_type(path)[0]
                self.send_response(200)
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Content-Security-Policy", policy)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args):
                """Says nothing of its visitors."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._server.daemon_threads = True

    def __enter__(self):
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *args):
        self._server.shutdown()
        self._server.server_close()
