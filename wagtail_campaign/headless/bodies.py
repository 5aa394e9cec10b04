"""What is sent as JSON, as the forms read it: the names are those of the form's schema."""

from django.http import QueryDict
from ninja import Schema
from pydantic import ConfigDict, Field

from ..supporters.fields import TickField

Value = str | bool | int | list[str] | None


class Typed(Schema):
    """What a supporter typed: a member for each field that the action's ``form`` names. What the
    action doesn't ask for is not looked at."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Value]

    email: Value = Field("", description="Where the link to confirm is mailed.")
    via: Value = Field(
        "", description="Which way led here: a word of a-z, 0-9 and -, of 20 letters at most."
    )

    def as_form(self) -> QueryDict:
        """The same as a browser would have sent it. True is a box that was ticked; false and null
        are what was not."""
        data = QueryDict(mutable=True)
        for name, value in self.model_dump(exclude_unset=True).items():
            if isinstance(value, list):
                data.setlist(name, value)
            elif value is True:
                data[name] = TickField.TICKED
            elif value is not None and value is not False:
                data[name] = str(value)
        return data


class Person(Typed):
    """Who acts; the other fields of the form go beside these."""

    first_name: Value = Field("", examples=["Aigul"])
    last_name: Value = Field("", examples=["Serikova"])
    country: Value = Field("", description="ISO 3166-1 alpha-2.", examples=["DE"])
    display: Value = Field(
        "", description="How the name is shown in public, one of those in the form's schema."
    )
