"""What an import would change, as the person may choose of it now. Reads, never writes."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rencana_aksi.domain.jadwal import Kejadian
from rencana_aksi.domain.jadwal_teks import Tercatat
from rencana_aksi.domain.jadwal_teks import bandingkan as bandingkan_jadwal
from rencana_aksi.domain.sunting.baris import BATAS_BARIS
from rencana_aksi.enums import TAK_BERTANGGAL, Status, StatusRencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import draf_atau
from rencana_aksi.queries.sunting import TERKUNCI
from zona.impor.bandingkan import bandingkan_dikenali, dikenali
from zona.impor.butir import NAMA, butir
from zona.impor.isi import AKSI, PELAKSANAAN, SYARAT, IsiRencana, dari_json
from zona.impor.models import Impor
from zona.impor.perlu import Silsilah
from zona.impor.perubahan import HAPUS, TAMBAH, UBAH, Perubahan, Ubahan, pilihan_awal
from zona.impor.queries.gantungan import GantunganRencana, gantungan_rencana
from zona.impor.queries.hak import HakImpor, hak_impor
from zona.impor.queries.isi import isi_kini
from zona.impor.queries.orang import Tim, kenali_orang, tim_rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import rentang_id, tanggal_id
from zona.organisasi.models import Pengguna

PERLU_DIBUKA = "Rencana ini sudah ditetapkan; kepala atau ketua tim memulai perubahan dahulu."


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """`luar`: codes of what is not the person's to change. `perlu_perubahan`: the plan is ditetapkan and its rows would
    change, for which a reason is asked: a perubahan is opened. `disunting`: the plan, or the draft of its perubahan
    where one is open; rows are changed there, states on the plan in force. `sidik`: of all that is shown; `awal`: what
    is chosen before anybody has. `kini` and `berkas`: what was compared."""

    rencana: Rencana
    disunting: Rencana
    perubahan: tuple[Perubahan, ...]
    keterangan: tuple[str, ...]
    tahu_asal: bool
    perlu_perubahan: bool
    luar: frozenset[str]
    sidik: str
    awal: frozenset[str]
    kini: IsiRencana
    berkas: IsiRencana
    tim: Mapping[str, Tim]

    @property
    def ada_bentrok(self) -> bool:
        return any(p.ada_bentrok for p in self.perubahan)

    @property
    def jumlah(self) -> Counter[str]:
        """How many rows of each kind."""
        return Counter(p.jenis for p in self.perubahan)


def pratinjau(impor: Impor, oleh: Pengguna, hari_ini: date) -> Pratinjau:
    """A constant number of queries. Raises PermissionDenied for who may change no row of the plan, DomainError where
    there is no plan."""
    rencana = Rencana.objects.select_related("satker", "instrumen").filter(pk=impor.rencana_id or 0).first()
    if rencana is None:
        raise DomainError("Rencana untuk berkas ini belum ada.")
    disunting = draf_atau(rencana)
    hak, tim, kini = hak_impor(oleh, rencana), tim_rencana(rencana), isi_kini(disunting)
    asal = dari_json(impor.asal) if impor.asal else None
    berkas = dikenali(asal, kini, kenali_orang(dari_json(impor.isi), tim))
    penilai = _Penilai(disunting, kini, berkas, tim, hari_ini, hak, oleh.boleh("ajukan", rencana))
    perubahan = penilai.semua(bandingkan_dikenali(asal, kini, berkas))
    perlu = disunting.status == StatusRencana.DITETAPKAN and any(p.benda != PELAKSANAAN and p.dapat for p in perubahan)
    sidik = hashlib.sha256(repr((disunting.status, disunting.versi, perubahan)).encode()).hexdigest()
    awal = pilihan_awal(perubahan, tahu_asal=asal is not None)
    return Pratinjau(
        rencana, disunting, perubahan, tuple(impor.keterangan), asal is not None, perlu, frozenset(penilai.luar), sidik,
        awal, kini, berkas, tim,
    )  # fmt: skip


class _Penilai:
    """What stands in the way of each change here and now."""

    def __init__(
        self, rencana: Rencana, kini: IsiRencana, berkas: IsiRencana, tim: Mapping[str, Tim], hari_ini: date,
        hak: HakImpor, boleh_buka: bool,
    ) -> None:  # fmt: skip
        self.rencana, self.tim, self.hari_ini, self.hak = rencana, tim, hari_ini, hak
        self.kini, self.berkas = butir(kini), butir(berkas)
        self.area = {p.kode for p in kini.pengungkit}
        self.luar: set[str] = set()
        self.terkunci = TERKUNCI[StatusRencana.DIAJUKAN] if rencana.status == StatusRencana.DIAJUKAN else ""
        if rencana.status == StatusRencana.DITETAPKAN and not boleh_buka:
            self.terkunci = PERLU_DIBUKA
        self.banyak = Counter(b.deret for b in self.kini.values() if b.deret)
        self.di_kini = Silsilah(self.kini.values())

    def semua(self, perubahan: tuple[Perubahan, ...]) -> tuple[Perubahan, ...]:
        perlu = any(p.jenis == HAPUS or (p.benda in (AKSI, SYARAT) and p.jenis == UBAH) for p in perubahan)
        gantungan = gantungan_rencana(self.rencana) if perlu else GantunganRencana()
        return tuple(self._satu(p, gantungan) for p in perubahan)

    def _satu(self, p: Perubahan, gantungan: GantunganRencana) -> Perubahan:
        if luar := self.hak.halangan(p):
            self.luar.add(p.kode)
            return replace(p, halangan=luar)
        halangan = p.halangan or (self.terkunci if p.benda != PELAKSANAAN else "")
        if not halangan:
            halangan = self._halangan(p, gantungan)
        catatan, sel = p.catatan, p.sel
        orang = next((u for u in p.kolom if u.kolom == "penanggung_jawab"), None)
        if orang and halangan and halangan == self._orang(p, orang):
            sel = orang.sel
        if p.benda == AKSI and p.jenis == UBAH and any(u.kolom == "jadwal" for u in p.kolom) and not halangan:
            catatan = self._akibat(p, gantungan)
        return replace(p, halangan=halangan, catatan=catatan, sel=sel)

    def _orang(self, p: Perubahan, u: Ubahan) -> str:
        """Why nobody can be told by that name."""
        return self.tim[p.area].halangan(u.nilai or "", p.area) if p.area in self.tim else ""

    def _halangan(self, p: Perubahan, gantungan: GantunganRencana) -> str:
        if p.area not in self.area:
            return f"Rencana ini tidak memiliki pengungkit {p.area}."
        if p.jenis == HAPUS:
            ada = gantungan.menahan(self.di_kini.bawah(p.acuan))
            return f"Tidak dapat dihapus: padanya ada {'; '.join(ada)}." if ada else ""
        if p.jenis == TAMBAH:
            deret = self.berkas[p.acuan].deret
            self.banyak[deret] += 1
            if self.banyak[deret] > BATAS_BARIS:
                return f"Paling banyak {BATAS_BARIS} {NAMA[p.benda].lower()} di satu tempat."
        kolom = {u.kolom: u for u in p.kolom}
        if p.benda == AKSI and "penanggung_jawab" in kolom:
            return self._orang(p, kolom["penanggung_jawab"])
        if p.benda == SYARAT and p.jenis == UBAH and {"aksi", "tiap"} & set(kolom):
            ada = gantungan.menahan([p.acuan])
            return f"Sudah ada {', '.join(ada)}; karena itu aksi dan tiap pelaksanaannya tetap." if ada else ""
        if p.benda == PELAKSANAAN and "tanggal" in kolom and (alasan := self._tanggal(p, *kolom["tanggal"].nilai)):
            return alasan
        if "status" in kolom and kolom["status"].nilai[0] == Status.SELESAI:
            return self._realisasi(kolom["status"].nilai[1])
        return ""

    def _tanggal(self, p: Perubahan, mulai: date, tempo: date) -> str:
        """A date to be agreed on."""
        if any(abs(hari.year - self.rencana.tahun) > 1 for hari in (mulai, tempo)):
            return f"Tanggal terlalu jauh dari tahun rencana, {self.rencana.tahun}."
        aksi = self.kini.get(p.induk)
        sudah = {(q.mulai, q.jatuh_tempo) for q in aksi.isi.pelaksanaan} if aksi else set()
        return f"Sudah ada pelaksanaan pada {rentang_id(mulai, tempo)}." if (mulai, tempo) in sudah else ""

    def _realisasi(self, hari: date) -> str:
        awal = date(self.rencana.tahun - 1, 1, 1)
        if hari > self.hari_ini:
            return f"Tanggal realisasi tidak boleh sesudah hari ini, {tanggal_id(self.hari_ini)}."
        return f"Tanggal realisasi paling awal {tanggal_id(awal)}." if hari < awal else ""

    def _akibat(self, p: Perubahan, gantungan: GantunganRencana) -> str:
        """What the new schedule does to the occurrences there are."""
        lama, baru = self.kini[p.acuan].isi, self.berkas[p.acuan].isi.jadwal
        if lama.jadwal.jenis in TAK_BERTANGGAL and baru.jenis in TAK_BERTANGGAL:
            return ""
        tercatat = [
            Tercatat(q.kunci, Kejadian(q.mulai, q.jatuh_tempo), gantungan.dijaga(q.kunci), q.semula)
            for q in lama.pelaksanaan
        ]
        hasil = bandingkan_jadwal(tercatat, baru.kejadian)
        banyak = {
            "tetap": hasil.tetap, "baru": hasil.tambah, "dihapus": hasil.hapus,
            "dipertahankan karena sudah dicatat atau berbukti": hasil.ditahan,
        }  # fmt: skip
        sebut = ", ".join(f"{len(isi)} {kata}" for kata, isi in banyak.items() if isi)
        return f"Pelaksanaannya: {sebut}." if hasil.berubah or hasil.ditahan else ""
