"""HTTP: a request comes in, one function of ``objects/`` answers it.

``with Server(webhook_url=…) as stripe:`` serves this machine on a free port. ``stripe.address``
goes into the SDK's ``base_addresses``; ``stripe.control`` does what only a test can.
"""

import json
import secrets
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import stripe

from . import contract, expand, forms, guard, hosted, memory, objects, routes, scope  # noqa: F401
from .control import Control
from .errors import Broken, CardDeclined, Refused, Unauthorized
from .faults import HungUp
from .idempotency import Keys
from .store import Store
from .webhooks import Webhooks

#: What the demo and the tests sign in with. Any other test key does as well.
KEY, WEBHOOK_SECRET = "sk_test_offline", "whsec_offline"
#: Hosts that stand for every interface, and how this machine finds itself there.
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


class Server:
    """One account of an offline Stripe, with the port that it is served on.

    ``port``: 0 for a free one; ``webhook_url``: where events are sent to, None for nowhere;
    ``webhook_secrets``: what they are signed with, more than one while a secret is renewed;
    ``key``: the site's, of which only the kind matters: a live one raises ``ValueError``;
    ``keep``: a file that remembers all of it, so that a restart loses nothing; one that can't be
    used raises ``memory.Unusable``; ``host``: where it listens, "0.0.0.0" for every interface.
    """

    def __init__(
        self,
        port: int = 0,
        webhook_url: str | None = None,
        webhook_secrets: tuple[str, ...] = (WEBHOOK_SECRET,),
        key: str = KEY,
        keep: Path | None = None,
        host: str = "127.0.0.1",
    ):
        if not is_test_key(key):
            raise ValueError("The offline Stripe starts with a test key only: sk_test_…")
        self.store, self.keys = Store(), Keys()
        self.webhooks = Webhooks(self.store, webhook_url, webhook_secrets)
        self.control = Control(self)
        #: What ``control.faults`` has in store for the requests to come.
        self.faults: list = []
        self.host = host
        self.http = Listener(host, port, type("BoundHandler", (Handler,), {"stripe": self}))
        self.address = self.store.address = address_of(host, self.http.server_port)
        self.store.is_everywhere = host in EVERYWHERE
        if keep:
            # Once the port is taken: a second server would write over the file of the first.
            try:
                memory.begin(self, keep)
            except memory.Unusable:
                self._close()
                raise

    def __enter__(self):
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.http.shutdown()
        self._close()

    def _close(self):
        self.http.server_close()
        self.webhooks.close()

    def client(self, **options) -> stripe.StripeClient:
        """The unmodified SDK, talking to this server."""
        return stripe.StripeClient(KEY, base_addresses={"api": self.address}, **options)

    def answer(self, verb: str, path: str, query: str, body: str, headers) -> tuple:
        """What the API says: (status, headers, JSON as a dict)."""
        request_id = f"req_{secrets.token_hex(7)}"
        fault = self.faults.pop(0) if self.faults else None
        try:
            check_key(headers.get("Authorization", ""))
            if fault and not fault.after:
                fault.happen()
            key = headers.get("Idempotency-Key") if verb == "POST" else None
            answer = self._once(key, verb, path, query, body, request_id)
            if fault and fault.after:
                fault.happen()
        except Refused as error:
            answer = error.status, error.headers, error.body
        status, more, said = answer
        return status, {"Request-Id": request_id, **more}, said

    def _once(self, key, verb, path, query, body, request_id) -> tuple:
        """The answer to a request, the same as before if its key was used before."""
        if verb == "GET":
            return self._answered(verb, path, query, body, request_id, key)
        said = (verb, path, body)
        if key and (kept := self.keys.begin(key, said)):
            status, more, answer = kept
            return status, {**more, "Idempotent-Replayed": "true"}, answer
        answer = None
        with self.store.change():
            # A key is remembered together with what was done for it.
            try:
                answer = self._answered(verb, path, query, body, request_id, key)
            finally:
                if key:
                    self.keys.end(key, said, answer)
        return answer

    def _answered(self, verb, path, query, body, request_id, key) -> tuple:
        route, ids = routes.find(verb, path)
        params = contract.check(forms.decode(body if verb == "POST" else query), route.contract)
        scope.check(params, route.names)
        with self.store.lock:
            self.store.request = {"id": request_id, "idempotency_key": key}
            try:
                made = route.function(self.store, params, *ids)
                return 200, {}, expand.answer(self.store, made, params.get("expand", ()))
            except CardDeclined as error:
                # Something was done: it is answered the same for the same key.
                return error.status, error.headers, error.body
            finally:
                self.store.request = None


def address_of(host: str, port: int) -> str:
    """Where this machine itself finds what is served on a host."""
    host = EVERYWHERE.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def is_test_key(key: str) -> bool:
    """Whether a secret or restricted key is one for tests."""
    return key.startswith(("sk_test_", "rk_test_"))


def check_key(authorization: str) -> None:
    """Raises ``Unauthorized`` (https://docs.stripe.com/api/authentication)."""
    key = authorization.removeprefix("Bearer ").strip()
    if not key:
        said = "You did not provide an API key. You need to provide your API key in the"
        raise Unauthorized(f"{said} Authorization header, using Bearer auth.")
    if not is_test_key(key):
        raise Unauthorized(f"Invalid API Key provided: {key[:8]}***")


class Listener(ThreadingHTTPServer):
    """On a host of IPv4 or IPv6; a thread a connection."""

    daemon_threads = True

    def __init__(self, host, port, handler):
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), handler)


class Handler(BaseHTTPRequestHandler):
    """One request: of the API, of a hosted page, or of ``control``."""

    protocol_version = "HTTP/1.1"
    # An answer goes out as one: its head alone would wait for the other side, 40 ms each time.
    wbufsize = -1
    stripe: Server

    def do_GET(self):
        self.serve()

    def do_POST(self):
        self.serve()

    def do_DELETE(self):
        self.serve()

    def serve(self):
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        try:
            if url.path.startswith("/v1/"):
                guard.check_name(self.headers.get("Host", ""), self.stripe.host)
                self.serve_api(url, body)
            elif url.path.startswith("/control/"):
                guard.check_name(self.headers.get("Host", ""), self.stripe.host)
                guard.check_json(self.headers.get("Content-Type", ""))
                self.say_json(*self.stripe.control.over_http(url.path, body))
            else:
                self.say(*hosted.serve(self.stripe, self.command, url, body, self.headers))
        except guard.Forbidden as error:
            self.say_json(error.status, error.body)

    def serve_api(self, url, body):
        try:
            status, headers, said = self.stripe.answer(
                self.command, url.path, url.query, body, self.headers
            )
        except HungUp:
            self.close_connection = True
            return
        except Exception as error:  # An own fault is said as Stripe would say it.
            broken = Broken(f"The offline Stripe has a fault: {error!r}")
            status, headers, said = broken.status, broken.headers, broken.body
        self.say_json(status, said, headers)

    def say_json(self, status: int, said, headers=()):
        headers = {"Content-Type": "application/json", **dict(headers)}
        self.say(status, headers, json.dumps(said, default=str))

    def say(self, status: int, headers: dict, text: str):
        data = text.encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_arguments):
        """Says nothing: a token may be in an address."""
