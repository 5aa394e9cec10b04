"""What the package costs, measured against what a site would have without it.

``python -m bench`` (or ``make bench``) builds one site with the package and the comparisons in
PostgreSQL, measures both in one run and prints the ratios beside their budgets. What each row means
is in the docstring of the module that measures it, and in docs/explanation/scale.md.
"""
