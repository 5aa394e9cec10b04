"""A real receiver of webhooks in the test's own process, which does what a test tells it to."""

import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATES = Path(__file__).parent / "certificates"


class Receiver:
    """Answers with ``status`` and ``headers``; ``received`` is what it got: (headers, body).

    ``statuses`` goes before that, one for each request. With ``hangs`` it says nothing for so many
    seconds, with ``drips`` a byte every so many. ``is_tls``: with the certificate of
    hooks.example.org.
    """

    def __init__(self, is_tls=False):
        self.status, self.statuses, self.headers = 200, [], {}
        self.hangs = self.drips = 0
        self.received, self.names = [], []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        if is_tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATES / "site.pem")
            context.sni_callback = lambda sock, name, context: self.names.append(name)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        self.url = f"http{'s' * is_tls}://127.0.0.1:{self.port}/hook?from=campaign"

    def __enter__(self):
        # Short, as it is what stopping takes.
        self.thread = threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *exception):
        self.server.shutdown()
        self.server.server_close()

    def _handler(receiver):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.received.append((self.path, dict(self.headers), body))
                if receiver.hangs:
                    time.sleep(receiver.hangs)
                if receiver.drips:
                    return self.drip()
                statuses = receiver.statuses
                self.send_response(statuses.pop(0) if statuses else receiver.status)
                for name, value in receiver.headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def do_GET(self):
                receiver.received.append((self.path, "GET", b""))
                self.send_response(200)
                self.end_headers()

            def drip(self):
                for byte in b"HTTP/1.1 200 " + b"O" * 1000:
                    try:
                        self.wfile.write(bytes([byte]))
                    except OSError:
                        return
                    time.sleep(receiver.drips)

            def log_message(self, *args):
                pass

        return Handler
