"""A real server for the throughput: two processes at one socket, HTTP by the standard library.

``python -m bench.server`` prints the port it listens on (loopback only) and serves until its
standard input ends.
"""

import os
import signal
import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

PROCESSES = 2


class QuietHandler(WSGIRequestHandler):
    """Logs no request."""

    def log_message(self, *args):
        pass


class Server(WSGIServer):
    """Looks up no names; lets a crowd wait."""

    request_queue_size = 128

    def server_bind(self):
        self.socket.bind(self.server_address)
        self.server_name, self.server_port = "localhost", self.socket.getsockname()[1]
        self.setup_environ()


def main() -> None:
    """Serves the benchmark's site."""
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    server = Server(("127.0.0.1", 0), QuietHandler)
    server.set_app(application)
    workers = [_worker(server) for _ in range(PROCESSES)]
    print(server.server_port, flush=True)
    sys.stdin.read()
    for worker in workers:
        os.kill(worker, signal.SIGTERM)
        os.waitpid(worker, 0)


def _worker(server: Server) -> int:
    pid = os.fork()
    if pid == 0:
        server.serve_forever()
    return pid


if __name__ == "__main__":
    main()
