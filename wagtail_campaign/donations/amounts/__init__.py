"""How much may be given, and in which currency. ``money`` reads and writes amounts in minor units;
``offers`` is what a fund's form offers, ``prefilled`` a link with one of them chosen;
``currency_checks`` is what is wrong with a currency that an editor enters, ``doubts`` what it still
lacks, ``minimums`` the least that Stripe takes of it.
"""
