"""``python -m bench.post_office``: a mail server that only counts.

It says its port in a line, takes every mail until its standard input is closed, and then says how
many it took and to how many addresses.
"""

import asyncio
import sys

BIGGEST = 2**20


class PostOffice:
    """Speaks as much SMTP as a sender needs, and remembers nothing of a mail but its address."""

    answers = {b"DATA": b"354 Go on", b"QUIT": b"221 Bye"}

    def __init__(self):
        self.number, self.addresses = 0, set()

    async def serve(self, reader, writer) -> None:
        """One conversation, to its end."""
        address = None
        writer.write(b"220 localhost\r\n")
        while line := await reader.readline():
            verb = line[:4].upper()
            writer.write(self.answers.get(verb, b"250 OK") + b"\r\n")
            if verb == b"RCPT":
                address = line[line.index(b"<") + 1 : line.index(b">")]
            elif verb == b"DATA":
                await reader.readuntil(b"\r\n.\r\n")
                self.number += 1
                self.addresses.add(address)
                writer.write(b"250 OK\r\n")
        writer.close()


async def main() -> None:
    office = PostOffice()
    server = await asyncio.start_server(office.serve, "127.0.0.1", 0, limit=BIGGEST)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(office.number, len(office.addresses), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
