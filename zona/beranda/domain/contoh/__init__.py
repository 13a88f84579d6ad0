"""The demo office: fixtures/contoh says what happened; naskah.py reads it, kantor.py makes the office with its people
and plan, peristiwa.py and bukti.py let the weeks go by in order, surat.py and foto.py draw the files. Start at
muat.py."""
