"""What stands in the addresses of the API."""

from typing import Annotated

from ninja import Path

#: The id of a page or a record: it fits into a column of the database.
Id = Annotated[int, Path(ge=1, lt=2**63)]
#: That of a mailed link.
Token = Annotated[str, Path(max_length=200)]
