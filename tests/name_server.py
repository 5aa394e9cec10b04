"""A small name server on this machine, which knows the records that a test gives it."""

import socket
import threading

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset


class NameServer:
    """Answers by UDP; ``records`` is {name: [texts]}, ``asked`` the names that it was asked for.

    ``addresses`` is {name: [[addresses], …]}: what a name leads to when it is asked for the first
    time, the second …, the last for ever after. With ``is_silent`` it hears and says nothing.
    """

    def __init__(self):
        self.records, self.addresses, self.asked, self.is_silent = {}, {}, [], False

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
        type = dns.rdatatype.to_text(question.question[0].rdtype)
        if found := self._found(name, type):
            answer.answer.append(dns.rrset.from_text(f"{name}.", 0, "IN", type, *found))
        elif name not in self.addresses:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        return answer

    def _found(self, name, type):
        if type == "TXT":
            return [f'"{text}"' for text in self.records.get(name, [])]
        times = self.addresses.get(name, [[]])
        found = times[0]
        if type == "A" and len(times) > 1:
            # Asked for IPv6 before.
            times.pop(0)
        return [address for address in found if (":" in address) == (type == "AAAA")]
