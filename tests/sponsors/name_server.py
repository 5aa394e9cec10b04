"""A small name server on this machine, which knows the TXT records that a test gives it."""

import socket
import threading

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


class NameServer:
    """Answers by UDP; ``records`` is {name: [texts]}, ``asked`` the names that it was asked for.

    With ``is_silent`` it hears and says nothing.
    """

    def __init__(self):
        self.records, self.asked, self.is_silent = {}, [], False

    def __enter__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *exception):
        self.socket.sendto(b"", ("127.0.0.1", self.port))
        self.thread.join(timeout=5)
        self.socket.close()

    def _serve(self):
        while True:
            packet, sender = self.socket.recvfrom(4096)
            if not packet:
                return
            question = dns.message.from_wire(packet)
            name = question.question[0].name.to_text().rstrip(".")
            self.asked.append(name)
            if not self.is_silent:
                self.socket.sendto(self._answer(question, name).to_wire(), sender)

    def _answer(self, question, name):
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        if texts := self.records.get(name):
            quoted = [f'"{text}"' for text in texts]
            answer.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", "TXT", *quoted))
        else:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        return answer
