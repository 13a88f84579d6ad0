"""A new machine, for real: nothing here plays pip, venv, gunicorn or the browser's side of HTTP.

`test_jalan.py`    from a clean checkout: bin/run, then every role over HTTP; and what production installs
`test_siap.py`     gunicorn and bin/muat.py say that Zona is ready, or in one sentence why not
`test_pustaka.py`  the same fault found in a second: only what the pins of run time bring may be imported
`impor.py`         the program that imports every module, run by whichever Python is asked
"""
