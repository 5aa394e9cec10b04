"""What is sent as JSON, as the forms read it: the names are those of the form's schema."""

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field

from ..supporters.fields import TickField
from . import problems

Value = str | bool | int | list[str] | None


class Fields(BaseModel):
    """What a form takes: a member for each of its fields. Others are not looked at."""

    # Ninja's own Schema would let go of what isn't named here.
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Value] = Field(init=False)

    def as_form(self) -> MultiValueDict:
        """The same as a browser would have sent it. False and null are what was not ticked. Raises
        the ``Problem`` of a value that no field could have."""
        return self.over({})

    def over(self, standing: dict[str, str]) -> MultiValueDict:
        """The same where these values stand in the fields that were not sent."""
        sent = self.model_dump(exclude_unset=True).items()
        return MultiValueDict(
            {name: [value] for name, value in standing.items()}
            | {name: _values(name, value) for name, value in sent}
        )


class Typed(Fields):
    """What a supporter typed: a member for each field that the action's ``form`` names. What the
    action doesn't ask for is not looked at."""

    email: Value = Field("", description="Where the link to confirm is mailed.")
    via: Value = Field(
        "", description="Which way led here: a word of a-z, 0-9 and -, of 20 letters at most."
    )


def _values(name: str, value) -> list[str]:
    match value:
        case None | False:
            return []
        case True:
            return [TickField.TICKED]
        case int():
            return [str(value)]
        case str():
            found = [value]
        case list() if all(isinstance(one, str) for one in value):
            found = value
        case _:
            raise problems.invalid({name: [_("This can’t be read.")]})
    try:
        # JSON can hold halves of letters, which can't be written down.
        "".join(found).encode()
    except UnicodeEncodeError:
        raise problems.invalid({name: [_("This can’t be read.")]}) from None
    return found


class Person(Typed):
    """Who acts; the other fields of the form go beside these."""

    first_name: Value = Field("", examples=["Aigul"])
    last_name: Value = Field("", examples=["Serikova"])
    country: Value = Field("", description="ISO 3166-1 alpha-2.", examples=["DE"])
    display: Value = Field(
        "", description="How the name is shown in public, one of those in the form's schema."
    )
