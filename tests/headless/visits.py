"""Going to "my actions" by JSON and by HTML, with the link from the same mail."""

import re

from django.core import mail

from tests.supporters.visits import work_off


def token_for(front_end, address: str, language: str = "") -> str:
    """Asks for a link and takes its token out of the mail."""
    asked = front_end.post("/me/link", {"email": address, "language": language})
    assert asked.status_code == 202
    work_off()
    return re.search(r"/campaign/me/link/([^/\s]+)/", mail.outbox[-1].body)[1]


def session_of(front_end, token: str) -> dict:
    """Uses the token up: the headers of the session."""
    answer = front_end.post("/me/session", {"token": token})
    assert answer.status_code == 200
    return {"authorization": f"Bearer {answer.json()['token']}"}


def enter(front_end, address: str, language: str = "") -> dict:
    """The whole way in: the headers of the session."""
    return session_of(front_end, token_for(front_end, address, language))


def enter_by_html(client, token: str) -> None:
    """The same with the button behind the link: the cookie is the client's then."""
    assert client.post(f"/campaign/me/link/{token}/").status_code == 303
