"""Embassies by JSON: those of a state nearest to who lives in a country, without a letter."""

from typing import Annotated

from django.utils import translation
from ninja import Path, Query, Router, Schema
from pydantic import Field

from ...headless import problems
from ...headless.actions import OpenAction, way_said
from ...headless.answers import answers
from ...headless.door import may_be_kept
from ...supporters import countries
from ...supporters.fields import CountryField
from .. import said
from ..said import MissionSaid
from .finder import found_with_letters

router = Router(tags=["Embassies"])

Country = Annotated[str, Path(max_length=2, description="ISO 3166-1 alpha-2.", examples=["KZ"])]


class MissionsSaid(Schema):
    """The embassies of a state for who lives in a country, and what can be written to them."""

    state: str
    state_name: str = Field(description="In the language of the request.")
    country: str
    missions: list[MissionSaid]
    letters: list[OpenAction] = Field(
        description="The open urgent actions whose letters go to the embassies of that state."
    )


@router.get("/{state}", response=answers((200, MissionsSaid), 422), url_name="api_missions")
def missions(request, state: Country, country: str = Query("", max_length=2)):
    """The embassies and consulates of a ``state`` for who lives in a ``country``; where there is
    none, those that are accredited to it from elsewhere. In the language of the request. 404 for a
    state that isn't one."""
    if state not in countries.codes():
        raise problems.unknown()
    check_country(country)
    may_be_kept(request)
    language = request.LANGUAGE_CODE
    with translation.override(language):
        found = found_with_letters(request, state)
        return {
            "state": state,
            "state_name": countries.name(state),
            "country": country,
            "missions": [said.target(mission, language) for mission in found["missions"]],
            "letters": [way_said(way) for way in found["letters"]],
        }


def check_country(code: str) -> None:
    """Raises the problem of a code that no country has."""
    if code not in countries.codes():
        raise problems.invalid({"country": [str(CountryField.default_error_messages["invalid"])]})
