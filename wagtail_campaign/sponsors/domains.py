"""The domain of an organisation: of its web site, of an address, and what it is proved by."""

from urllib.parse import urlsplit

from django.utils.crypto import salted_hmac

from ..names import ascii_of
from .models import Sponsor

#: At these anybody has an address, and many a page.
FREE_MAIL = frozenset(
    """
    aol.com bk.ru fastmail.com gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
    hotmail.com hotmail.de icloud.com inbox.ru internet.ru live.com list.ru mac.com mail.com mail.kz
    mail.ru me.com msn.com narod.ru outlook.com posteo.de proton.me protonmail.com rambler.ru
    riseup.net t-online.de tuta.com tutanota.com ukr.net web.de ya.ru yahoo.com yahoo.de
    yandex.by yandex.com yandex.kz yandex.ru zoho.com
    """.split()  # noqa: SIM905
)
#: What ends so is no name on the internet, but one at home, in an office or on a machine.
INTERNAL = frozenset("corp home internal intranet lan localdomain private".split())  # noqa: SIM905
#: The name below a domain under which its record may stand; the domain itself will do, too.
LABEL = "_campaign"
PREFIX = "campaign-verify="


def host_of(website: str) -> str:
    """The host of a web site, as ``ascii_of``; "" for a number, and for a name that is known only
    inside some network."""
    try:
        host = urlsplit(website).hostname or ""
    except ValueError:
        return ""
    found = ascii_of(host)
    last = found.rpartition(".")[2]
    return "" if "." not in found or last.isdigit() or last in INTERNAL else found


def of_website(website: str) -> str:
    """The domain of a web site, without "www."; "" where it has none, or is anybody's."""
    domain = host_of(website).removeprefix("www.")
    return domain if "." in domain and domain not in FREE_MAIL else ""


def is_at(address: str, website: str) -> bool:
    """Whether an e-mail address is at the domain of a web site, or below it."""
    domain, at = of_website(website), ascii_of(address.rpartition("@")[2])
    if not domain or at in FREE_MAIL:
        return False
    return at == domain or at.endswith(f".{domain}")


def record_for(sponsor: Sponsor) -> str:
    """The text that the domain of an organisation has to publish: nothing of it is stored, and it
    holds for that entry and that domain only. "" where it has no domain."""
    domain = of_website(sponsor.website)
    if not domain or not sponsor.nonce:
        return ""
    value = f"{sponsor.pk}:{sponsor.nonce}:{domain}"
    digest = salted_hmac("wagtail_campaign.domain", value, algorithm="sha256").hexdigest()
    return f"{PREFIX}{digest[:40]}"
