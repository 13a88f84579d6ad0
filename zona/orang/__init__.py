"""The people of an office and, year by year, its teams: their pages, whether or not there is a plan.

One at a time (views/akun.py), many at once from a list (roster/ reads it, queries/banding.py tells what each row would
do, domain/banyak.py does it), how people first get in (views/sandi.py), who leads and how that changes
(views/pimpinan.py), who is invited (views/ajakan.py), and who may what (views/hak.py). Accounts, teams, roles and
passwords themselves are zona.organisasi's. May import zona.impor and below; it reads spreadsheets as zona.impor.lama
does.
"""
