"""A real mail server in the test's own process, which does what a test tells it to."""

import asyncio
import socket
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class PostOffice:
    """Takes mails, unless ``at`` says what to answer instead: {"RCPT": "451 Later"}.

    Instead of an answer there may be "hang up" or "silence" (for ``silence`` seconds). With
    ``only`` it answers so to that address alone. ``received`` is what it took: (address, message).
    """

    silence = 1.0

    def __init__(self):
        self.at, self.only, self.received, self.connections = {}, None, [], 0
        # After so many mails it ends a connection: with a word (421), or without.
        self.per_connection, self.polite = None, True
        self.port = free_port()
        self.controller = Controller(
            self, hostname="127.0.0.1", port=self.port, server_hostname="post.example.org"
        )
        # The names of the two hosts are all that is asked of the DNS.
        self.controller.factory = lambda: SMTP(self, hostname="post.example.org", timeout=30)

    def __enter__(self):
        self.controller.start()
        self.connections = 0
        return self

    def __exit__(self, *args):
        self.controller.stop()

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.received]

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        session.taken = 0
        self.connections += 1
        return responses

    async def handle_NOOP(self, server, session, envelope, arg):
        if session.taken == self.per_connection and not self.polite:
            server.transport.close()
        return "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):
        if session.taken == self.per_connection:
            return "421 Enough"
        envelope.mail_from = address
        return await self._answer(server, "MAIL", None) or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = await self._answer(server, "RCPT", address)
        if not answer or answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        [address] = envelope.rcpt_tos
        answer = await self._answer(server, "DATA", address) or "250 OK"
        if answer.startswith("2"):
            session.taken += 1
            message = message_from_bytes(envelope.original_content, policy=policy.default)
            self.received.append((address, message))
        return answer

    async def _answer(self, server, verb: str, address: str | None) -> str | None:
        if self.only and address != self.only:
            return None
        answer = self.at.get(verb)
        if answer == "hang up":
            server.transport.close()
            return "421 Gone"
        if answer == "silence":
            await asyncio.sleep(self.silence)
            return "451 Late"
        return answer
