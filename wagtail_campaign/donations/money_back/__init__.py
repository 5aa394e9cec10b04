"""Money that went back, or may go: the records of refunds, disputes and warnings (``refunds``), how
an editor gives back (``refunding``), and what donors and the staff are told (``telling``).
"""
