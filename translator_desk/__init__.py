"""translator_desk: a desk for reviewing Chinese-English translations of government and news text."""

__version__ = "0.1.0"
