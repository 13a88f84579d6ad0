"""What to do next: every question that is not full, whose it is, what it would add; and what other answers would come
to, tried without saving. Eight queries, and five more the first time a worker reads the instrument."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.beku import Naskah, soal_naskah, struktur_dari
from pengungkit.domain.isian import teks_isian
from pengungkit.domain.langkah import Peluang, Perbaikan, cobakan, peluang, perbaikan_terkecil
from pengungkit.domain.skor import Skor, hitung, nilai_soal
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian
from pengungkit.queries import isi_penilaian, isian, naskah_instrumen, penilaian_terlihat
from pengungkit.struktur import Isian, Struktur
from rencana_aksi.models import Rencana
from zona.nilai.queries.putusan import PutusanPredikat, putusan_predikat
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna

HASIL = "hasil"


@dataclass(frozen=True, slots=True)
class BarisLangkah:
    """A question, what it is now (in words), and who can do something about it."""

    peluang: Peluang
    soal: Naskah
    kini: str
    koordinator: str
    penanggung_jawab: tuple[tuple[int, str], ...]
    coba: Mapping[str, str]

    @property
    def pemilik(self) -> str:
        return self.peluang.area or HASIL

    @property
    def poin(self) -> Fraction:
        return self.peluang.tambah

    @property
    def nama_coba(self) -> str:
        return nama_coba(self.soal["kode"])

    @property
    def dicoba(self) -> str:
        return self.coba.get(self.nama_coba, "")

    @property
    def masukan(self) -> list[tuple[str, Naskah, str]]:
        """Field, count, and what is tried in it."""
        nama = {m["kode"]: nama_coba(self.soal["kode"], m["kode"]) for m in self.soal["masukan"]}
        return [(nama[m["kode"]], m, self.coba.get(nama[m["kode"]], "")) for m in self.soal["masukan"]]


@dataclass(frozen=True, slots=True)
class BarisPerbaikan:
    """One question of the least set: what it is, what is enough (in words, and as the fields that try it)."""

    kode: str
    komponen: str
    teks: str
    kini: str
    cukup: str
    tambah: Fraction
    coba: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pijakan:
    """What the page stands on: the assessment that is shown (none yet: no answers), its instrument and score."""

    rencana: Rencana
    penilaian: Penilaian | None
    naskah: Naskah
    struktur: Struktur
    isian: Mapping[str, Isian]
    skor: Skor

    @property
    def terkunci(self) -> bool:
        return self.penilaian is not None and self.penilaian.status != StatusPenilaian.DRAF

    def soal(self) -> dict[str, Naskah]:
        return {soal["kode"]: soal for _, _, soal in soal_naskah(self.naskah)}

    def putusan(self, skor: Skor) -> list[PutusanPredikat]:
        return putusan_predikat(skor, self.naskah["ambang"])


@dataclass(frozen=True, slots=True)
class LembarLangkah:
    """The page. `semua` counts the questions before they were filtered; `milik_*` are the owners to filter by."""

    pijakan: Pijakan
    baris: list[BarisLangkah]
    semua: int
    sisa: Fraction
    perbaikan: list[BarisPerbaikan]
    mustahil: list[str]
    milik_pengungkit: list[tuple[str, str]]
    milik_orang: list[tuple[int, str]]


def pijakan(rencana: Rencana, pengguna: Pengguna) -> Pijakan:
    """The office's own assessment where the person may see it, else the assessor's."""
    terlihat = {p.jenis: p for p in penilaian_terlihat(pengguna, rencana)}
    ada = terlihat.get(JenisPenilaian.MANDIRI) or terlihat.get(JenisPenilaian.TPI)
    if ada is None:
        naskah, jawab = naskah_instrumen(rencana.instrumen), {}
    else:
        isi = isi_penilaian([ada])[ada.pk]
        naskah, jawab = isi.naskah, isian(isi.jawaban)
    bentuk = struktur_dari(naskah)
    return Pijakan(rencana, ada, naskah, bentuk, jawab, hitung(bentuk, jawab))


def lembar_langkah(
    p: Pijakan, *, pengungkit: str, oleh: str, predikat: str, tetap_hasil: bool, coba: Mapping[str, str]
) -> LembarLangkah:
    """`pengungkit`: I–VI or HASIL, "" for all; `oleh`: the id of a penanggung jawab, "" for all. `tetap_hasil`: the
    least set leaves hasil as it is. `coba`: the fields as they were sent."""
    soal, koordinator, orang = p.soal(), _koordinator(p.rencana), _penanggung_jawab(p.rencana)
    semua = [
        BarisLangkah(
            satu, soal[satu.soal.kode], teks_isian(p.isian.get(satu.soal.kode)), koordinator.get(satu.area, ""),
            tuple(sorted(orang.get(satu.soal.kode, {}).items(), key=lambda o: o[1])), coba,
        )
        for satu in peluang(p.struktur, p.skor)
    ]  # fmt: skip
    tampil = [
        b
        for b in semua
        if pengungkit in ("", b.pemilik) and (not oleh or oleh in [str(pk) for pk, _ in b.penanggung_jawab])
    ]
    hasil = {s.kode for k in p.struktur.komponen if not k.area for i in k.indikator for s in i.semua_soal()}
    terkecil = perbaikan_terkecil(p.struktur, p.isian, predikat, tetap=hasil if tetap_hasil else ())
    nama = [(kode, f"{kode}. {b.nama}") for kode, b in p.skor.area.items()]
    milik_orang = {pk: n for b in semua for pk, n in b.penanggung_jawab}
    return LembarLangkah(
        p, tampil, len(semua), sum((b.poin for b in tampil), Fraction(0)),
        [_perbaikan(p, satu, soal) for satu in terkecil.perbaikan], [g.ambang.nama for g in terkecil.mustahil],
        [*nama, (HASIL, "Hasil")], sorted(milik_orang.items(), key=lambda o: o[1]),
    )  # fmt: skip


def coba(p: Pijakan, jawab: Mapping[str, Isian]) -> Skor:
    """The score with these answers in place; nothing is saved."""
    return cobakan(p.struktur, p.isian, jawab)


def _perbaikan(p: Pijakan, satu: Perbaikan, soal: Mapping[str, Naskah]) -> BarisPerbaikan:
    kode = satu.peluang.soal.kode
    naskah, isian = soal[kode], satu.cukup
    nama = nama_coba(kode)
    if isian.masukan:
        kata, isi = "capaian penuh", tuple((nama_coba(kode, b), str(n)) for b, n in isian.masukan.items())
    elif isian.pilihan:
        teks = next(o["teks"] for o in naskah["pilihan"] if o["label"] == isian.pilihan)
        kata, isi = f"{isian.pilihan}. {teks}" if teks else isian.pilihan, ((nama, isian.pilihan),)
    else:
        kata = teks_isian(isian)
        isi = ((nama, kata),)
    naik = (nilai_soal(satu.peluang.soal, isian).nilai or 0) - (satu.peluang.nilai or 0)
    sisa = 1 - (satu.peluang.nilai or 0)
    tambah = satu.peluang.tambah * naik / sisa
    return BarisPerbaikan(kode, satu.peluang.komponen, naskah["teks"], teks_isian(p.isian.get(kode)), kata, tambah, isi)


def nama_coba(kode: str, masukan: str = "") -> str:
    """The field in which another answer to a question (one count of it) is tried."""
    return f"coba-{kode}-{masukan}" if masukan else f"coba-{kode}"


def _koordinator(rencana: Rencana) -> dict[str, str]:
    """Names by pengungkit."""
    milik = Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, peran=Peran.KOORDINATOR)
    return dict(milik.order_by().values_list("tim__kode", "pengguna__nama"))


def _penanggung_jawab(rencana: Rencana) -> dict[str, dict[int, str]]:
    """By question code: who answers for the actions whose evidence stands beside it."""
    hasil: dict[str, dict[int, str]] = defaultdict(dict)
    milik = Bukti.objects.filter(
        syarat__rencana_kerja__pengungkit__rencana=rencana,
        syarat__aksi__penanggung_jawab__isnull=False,
        pertanyaan__isnull=False,
    ).exclude(status=StatusBukti.DITARIK)
    siapa = "syarat__aksi__penanggung_jawab"
    for kode, pk, nama in milik.order_by().values_list("pertanyaan__kode", siapa, f"{siapa}__nama").distinct():
        hasil[kode][pk] = nama
    return hasil
