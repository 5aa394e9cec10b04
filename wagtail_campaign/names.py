"""Names of hosts: as the DNS has them, and the servers that are asked for them."""

import dns.resolver
from email_validator import EmailNotValidError, validate_email

from .conf import conf


def ascii_of(host: str) -> str:
    """A host in small letters, by IDNA of 2008 as addresses are; "" for what is none."""
    try:
        found = validate_email(f"a@{host.strip().rstrip('.')}", check_deliverability=False)
    except EmailNotValidError:
        return ""
    return found.ascii_domain.lower()


def resolver() -> dns.resolver.Resolver:
    """The name servers of ``WAGTAIL_CAMPAIGN_NAME_SERVERS``, or of the system."""
    if not conf.NAME_SERVERS:
        return dns.resolver.Resolver()
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = [host for host, _port in conf.NAME_SERVERS]
    resolver.nameserver_ports = dict(conf.NAME_SERVERS)
    return resolver
