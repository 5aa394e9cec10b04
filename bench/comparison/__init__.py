"""What the package is measured against: what a site would have without it."""
