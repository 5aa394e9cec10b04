"""How bodies are read and answers written."""

from datetime import datetime

from ninja.parser import Parser
from ninja.renderers import JSONRenderer
from ninja.responses import NinjaJSONEncoder

from .. import moments


class Encoder(NinjaJSONEncoder):
    """All moments in one form."""

    def default(self, o):
        return moments.said(o) if isinstance(o, datetime) else super().default(o)


class Readable(JSONRenderer):
    """Letters as letters: as numbers, those of Kazakh and Russian take three times the room."""

    encoder_class = Encoder
    json_dumps_params = {"ensure_ascii": False}


class Objects(Parser):
    """Bodies are objects: of a list, ninja would look for the members one by one."""

    def parse_body(self, request):
        body = super().parse_body(request)
        if not isinstance(body, dict):
            # Ninja answers as to what is no JSON at all.
            raise TypeError
        return body
