"""The keys and values that a site keeps on an object: https://docs.stripe.com/metadata."""


def merge(about: dict, params: dict) -> None:
    """Adds what a request has; an empty value takes a key out, empty ``metadata`` all of them."""
    if "metadata" not in params:
        return
    given = params["metadata"]
    kept = {} if given == "" else about["metadata"] | given
    about["metadata"] = {key: value for key, value in kept.items() if value != ""}
