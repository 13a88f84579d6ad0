"""What kind of document a required item asks for, from its words: the first telling word decides. Pure."""

import re

from rencana_aksi.enums import JenisBukti

_KATA = (
    (JenisBukti.DAFTAR_HADIR, r"(?i:\b(?:daftar hadir|presensi|absensi)\b)"),
    (JenisBukti.UNDANGAN, r"(?i:\bundangan\b)"),
    (JenisBukti.NOTULA, r"(?i:\b(?:notula|notulen|notulensi|risalah)\b)"),
    (JenisBukti.DOKUMENTASI, r"(?i:\b(?:dokumentasi|foto|tangkap(?:an)? layar|gambar)\b)"),
    (JenisBukti.KEPUTUSAN, r"(?:\bSK\b|(?i:\b(?:surat )?keputusan\b))"),
    (JenisBukti.LAPORAN, r"(?i:\blaporan\b)"),
    (JenisBukti.LAINNYA, r"(?i:\b(?:berita acara|tautan|hasil|media|materi)\b)"),
)
_POLA = re.compile("|".join(f"(?P<{jenis.name}>{pola})" for jenis, pola in _KATA))


def jenis_dari_teks(teks: str) -> JenisBukti:
    """undangan, daftar hadir, notula, dokumentasi (foto), keputusan (SK), laporan; lainnya where no word tells."""
    cocok = _POLA.search(teks)
    return JenisBukti[cocok.lastgroup] if cocok and cocok.lastgroup else JenisBukti.LAINNYA
