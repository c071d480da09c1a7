"""Measures of the desk: how fast (``python -m bench``) and how right (``python -m bench.accuracy DATA``)."""
