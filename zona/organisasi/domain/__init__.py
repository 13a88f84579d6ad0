"""Verbs of organisasi: signing in and out (masuk), passwords (sandi), accounts (pengguna), standing roles (penugasan),
teams (tim), who leads (pimpinan), invitations by NIP (ajakan), people who move (mutasi), a whole roster at once
(muat_tim), a new office (satker). What an admin may not do to himself or alone: `wewenang`. All write through
`jejak.catat`."""
