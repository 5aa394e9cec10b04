"""A petition by JSON: the same form and the same verb as ``views.py``."""

from ninja import Router

from ..headless import taking
from ..headless.answers import FORM, Taken, answers, check_mail
from ..headless.bodies import Person
from ..headless.paths import Id
from . import services
from .forms import SignatureForm
from .pages import PetitionMixin

router = Router(tags=["Petitions"])


@router.post("/{page_id}/sign", response=answers((202, Taken), *FORM), url_name="api_sign")
def sign(request, page_id: Id, typed: Person):
    """Signs. What the petition asks for is in its ``forms.sign``. The answer is the same whether or
    not the address has signed; nothing counts before the link in the mail is used."""

    def answer(door):
        taking.take(request, door, typed, lambda data: SignatureForm.at(door, data), services.sign)
        return check_mail()

    return taking.at_the_door(request, page_id, PetitionMixin, answer)
