"""Ready for assessment: everything that is still to be put right, one line each with the person whose turn it is
(docs/adr/0021). baca makes plain rows in a fixed number of queries, susun the lines, daftar what a page shows."""

from bukti_fisik.queries.siap.daftar import DaftarSiap, RingkasSiap, ringkas_siap, siap_dinilai
from bukti_fisik.queries.siap.susun import PALING_BANYAK, BarisSiap

__all__ = ["PALING_BANYAK", "BarisSiap", "DaftarSiap", "RingkasSiap", "ringkas_siap", "siap_dinilai"]
