"""To whom letters go: targets, embassies, how each is reached; and all of it as files."""
