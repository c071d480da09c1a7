"""The glossary in the window: its files watched, its entries shown and changed."""
