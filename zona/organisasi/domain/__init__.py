"""Verbs of organisasi: signing in and out (masuk), passwords (sandi), accounts (pengguna), standing roles (penugasan),
teams (tim), a whole roster at once (muat_tim), a new office (satker). All write through `jejak.catat`."""
