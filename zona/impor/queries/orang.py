"""Who may answer for an action: the people of the team of each pengungkit, by name and NIP."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rencana_aksi.models import Rencana
from zona.impor.isi import IsiAksi, IsiPengungkit, IsiRencana
from zona.impor.kenali import kata
from zona.organisasi.enums import AREA
from zona.organisasi.models import Keanggotaan

BUKAN_ANGKA = re.compile(r"\D+")


@dataclass(slots=True)
class Tim:
    """People of one team: ids by their names, names by NIP."""

    id: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    nama: dict[str, str] = field(default_factory=dict)

    def cari(self, teks: str) -> str:
        """The name as it is known here, of a name or a NIP; the words themselves where they are nobody's."""
        angka = BUKAN_ANGKA.sub("", teks)
        return self.nama.get(kata(teks)) or (self.nama.get(angka) if len(angka) == 18 else None) or teks

    def halangan(self, nama: str, area: str) -> str:
        """Why nobody can be told by this name; empty where one can, or nobody is meant."""
        banyak = len(self.id.get(nama, ()))
        if not nama or banyak == 1:
            return ""
        if banyak:
            return f'Ada {banyak} orang bernama "{nama}" dalam Tim {area}; tulis NIP-nya, atau pilih di aplikasi.'
        return f'"{nama}" bukan anggota Tim {area}; tulis nama atau NIP seseorang dari tim itu.'


def tim_rencana(rencana: Rencana) -> dict[str, Tim]:
    """By pengungkit. One query."""
    hasil = {kode: Tim() for kode in AREA}
    for kode, pk, nama, *nip in Keanggotaan.objects.filter(
        tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, tim__kode__in=AREA
    ).values_list("tim__kode", "pengguna", "pengguna__nama", "pengguna__nip", "pengguna__nip_naskah"):
        hasil[kode].id[nama].add(pk)
        for sebutan in (kata(nama), *(BUKAN_ANGKA.sub("", satu or "") for satu in nip)):
            if sebutan:
                hasil[kode].nama[sebutan] = nama
    return hasil


def kenali_orang(berkas: IsiRencana, tim: Mapping[str, Tim]) -> IsiRencana:
    """The file with names as they are known here in place of NIP and other ways to write them."""
    return replace(berkas, pengungkit=tuple(_pengungkit(p, tim.get(p.kode, Tim())) for p in berkas.pengungkit))


def _pengungkit(p: IsiPengungkit, tim: Tim) -> IsiPengungkit:
    return replace(p, kerja=tuple(replace(k, aksi=tuple(_aksi(a, tim) for a in k.aksi)) for k in p.kerja))


def _aksi(a: IsiAksi, tim: Tim) -> IsiAksi:
    return replace(a, penanggung_jawab=tim.cari(a.penanggung_jawab)) if a.penanggung_jawab else a
