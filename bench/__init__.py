"""Measures the main pages at 1 × and 10 × the data of the demo office; never part of a test. Start at `__main__.py`.

Every number comes from the real WSGI application with the settings of bin/run, on a database made for it
and thrown away.
"""
