"""A plan as a flat list of rows that can be told apart and compared: what banding.py works on. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from rencana_aksi.beku import AksiBeku, KerjaBeku, PengungkitBeku, RencanaBeku, SyaratBeku
from rencana_aksi.domain.jadwal import Kejadian, baca_jadwal
from rencana_aksi.enums import JenisBukti, JenisJadwal
from zona.inti.angka import bobot_id
from zona.inti.waktu import rentang_id, tanggal_id
from zona.organisasi.enums import PENGARAH

NASKAH, TIM = "naskah", "tim"
JADWAL, TANGGAL = "Jadwal", "Tanggal"
BATAS_SEBUT = 60


@dataclass(frozen=True, slots=True)
class Nilai:
    """A field in words. `arti`: what is compared in place of them; with `rujukan` it is the key of another row."""

    nama: str
    teks: str
    arti: object = None
    rujukan: bool = False

    @property
    def dibanding(self) -> object:
        return self.teks if self.arti is None else self.arti


@dataclass(frozen=True, slots=True)
class Butir:
    """One row. `kelompok`: the pengungkit's code, NASKAH or TIM; `tempat`: I.3.b; `letak`: where among its siblings,
    whose order counts where `berurut`."""

    kunci: str
    benda: str
    kelompok: str
    induk: str
    tempat: str
    teks: str
    nilai: tuple[Nilai, ...]
    letak: str = ""
    berurut: bool = False


def butir_rencana(isi: RencanaBeku) -> list[Butir]:
    """Every row of the plan, parents before what they hold."""
    naskah = (Nilai("Tempat", isi.tempat), Nilai("Instrumen", isi.nama_instrumen, isi.instrumen))
    hasil = [Butir("naskah", "Naskah", NASKAH, "", "", "Tempat dan instrumen", naskah)]
    for h in isi.hasil:
        bobot = (Nilai("Nama", h.nama), Nilai("Bobot", bobot_id(h.bobot)))
        hasil.append(Butir(f"hasil-{h.kode}", "Komponen hasil", NASKAH, "", h.kode, h.nama, bobot))
    for p in isi.pengungkit:
        hasil += _pengungkit(p)
    for tim in isi.tim:
        tempat = "Pengarah" if tim.kode == PENGARAH else f"Tim {tim.kode}"
        for a in tim.anggota:
            orang = (Nilai("Nama", a.nama), Nilai("NIP", a.nip), Nilai("Jabatan", a.jabatan), Nilai("Peran", a.peran))
            hasil.append(Butir(f"tim-{tim.kode}-{a.id}", "Anggota tim", TIM, tempat, tempat, a.nama, orang))
    return hasil


def _pengungkit(p: PengungkitBeku) -> Iterator[Butir]:
    kunci = f"pengungkit-{p.kode}"
    nilai = (Nilai("Nama", p.nama), Nilai("Bobot", bobot_id(p.bobot)))
    yield Butir(kunci, "Pengungkit", p.kode, "", p.kode, p.nama, nilai)
    for i, program in enumerate(p.program, 1):
        yield Butir(
            f"program-{program.id}", "Program prioritas", p.kode, kunci, p.kode, program.uraian,
            (Nilai("Uraian", program.uraian),), f"{p.kode}, urutan {i}", berurut=True,
        )  # fmt: skip
    for i, k in enumerate(p.kerja, 1):
        yield from _kerja(p, k, kunci, f"{p.kode}, urutan {i}")


def _kerja(p: PengungkitBeku, k: KerjaBeku, induk: str, letak: str) -> Iterator[Butir]:
    kunci, tempat = f"kerja-{k.id}", f"{p.kode}.{k.nomor or '–'}"
    nilai = (Nilai("Nomor", str(k.nomor or "")), Nilai("Uraian", k.uraian))
    yield Butir(kunci, "Rencana kerja", p.kode, induk, tempat, k.uraian, nilai, letak, berurut=True)
    nama: dict[int | None, str] = {}
    for i, a in enumerate(k.aksi, 1):
        nama[a.id] = sebutan = f"{a.huruf}. {a.uraian}" if a.huruf else a.uraian
        tempat_aksi = f"{tempat}.{a.huruf}" if a.huruf else tempat
        yield Butir(
            f"aksi-{a.id}", "Rencana aksi", p.kode, kunci, tempat_aksi, sebutan, _nilai_aksi(a),
            f"{tempat}, urutan {i}", berurut=True,
        )  # fmt: skip
    for i, s in enumerate(k.syarat, 1):
        yield Butir(
            f"syarat-{s.id}", "Bukti fisik", p.kode, kunci, tempat, s.teks, _nilai_syarat(s, nama.get(s.aksi, "")),
            f"{tempat}, urutan {i}", berurut=True,
        )  # fmt: skip


def _nilai_aksi(a: AksiBeku) -> tuple[Nilai, ...]:
    kejadian = _kejadian(a)
    return (
        Nilai("Huruf", a.huruf),
        Nilai("Uraian", a.uraian),
        Nilai(JADWAL, a.jadwal),
        Nilai(TANGGAL, sebut_kejadian(kejadian) or JenisJadwal(a.jenis_jadwal).label, kejadian or a.jenis_jadwal),
        Nilai("Penanggung jawab", a.penanggung_jawab),
    )


def _nilai_syarat(s: SyaratBeku, aksi: str) -> tuple[Nilai, ...]:
    return (
        Nilai("Teks", s.teks),
        Nilai("Jenis", JenisBukti(s.jenis).label),
        Nilai("Untuk", aksi or "seluruh rencana kerja", f"aksi-{s.aksi}" if s.aksi else "", rujukan=True),
        Nilai("Diminta", "pada tiap pelaksanaan" if s.tiap_pelaksanaan else "sekali"),
    )


def _kejadian(a: AksiBeku) -> tuple[Kejadian, ...]:
    return baca_jadwal(a.makna).kejadian if a.makna else ()


def sebut_kejadian(kejadian: tuple[Kejadian, ...]) -> str:
    """The days and windows of a schedule in words; of very many how many, from when to when. Empty without dates."""
    if len(kejadian) > BATAS_SEBUT:
        awal, akhir = tanggal_id(kejadian[0].mulai), tanggal_id(kejadian[-1].jatuh_tempo)
        return f"{len(kejadian)} kali, {awal} sampai {akhir}"
    return ", ".join(rentang_id(k.mulai, k.jatuh_tempo) for k in kejadian if k.mulai and k.jatuh_tempo)
