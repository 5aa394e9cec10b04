"""What is asked of Stripe, and what it answers. Nothing here knows a gift: ids, keys and minor
units go in, frozen dataclasses come out. ``gateway`` has a function for each thing that is asked,
``checkout`` and ``descriptors`` write the parameters, ``answers``, ``money_back`` and ``events``
read what comes, ``errors`` is what may go wrong, and ``client`` alone loads the SDK.
"""
