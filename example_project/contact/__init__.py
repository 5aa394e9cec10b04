"""Writing to the campaign: the page with its addresses and a form.

A message is confirmed by mail and then goes on as a mail to the campaign; once it has gone, nothing
of it is left here. It is also the shortest example of a site's own kind of record on the package's
rooms: door, limits, outbox, mailed links, what is kept, "my actions".
"""
