"""The letter to start from: kept as a template, filled in, held against what it must not say."""
