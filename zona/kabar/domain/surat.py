"""A letter: what it says, as plain text and as HTML. Pure but for the template."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from textwrap import TextWrapper

from django.template.loader import render_to_string

from zona.inti.kata import tamat
from zona.inti.waktu import tanggal_id
from zona.kabar.domain.kata import hari_tanggal, kalimat_aksi, ringkasan, sebutkan
from zona.kabar.queries.alamat import alamat, alamat_rencana
from zona.kabar.queries.butir import KabarAksi
from zona.kabar.queries.rekap import Hal, Rekap
from zona.organisasi.models import Pengguna, Satker

BATAS_REKAP = 15
LEBAR = 76
AJAKAN = "Mohon status dan buktinya diperbarui melalui tautan di atas. Terima kasih."
PENUTUP = (
    "Surat ini dikirim otomatis oleh Zona, paling banyak satu sehari, dan tidak perlu dibalas. Kabar yang tidak "
    "diperlukan dapat dimatikan."
)
_lipat = TextWrapper(LEBAR, break_long_words=False, break_on_hyphens=False)


@dataclass(frozen=True, slots=True)
class Isi:
    """What one person is told on one day: reminders, and for the ketua the recap."""

    satker: Satker
    penerima: Pengguna
    hari_ini: date
    aksi: list[KabarAksi]
    rekap: Rekap | None = None


@dataclass(frozen=True, slots=True)
class Poin:
    judul: str
    tautan: str
    baris: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bagian:
    """A heading with its points; `rapat`: each on one line, without its address in plain text."""

    judul: str
    poin: list[Poin]
    rapat: bool = False
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Naskah:
    """The letter as both forms draw it."""

    perihal: str
    sapaan: str
    pembuka: str
    bagian: list[Bagian]
    pengaturan: str
    penutup: str = PENUTUP


def perihal(isi: Isi) -> str:
    """The subject: the office, then how much of what."""
    apa = [ringkasan(isi.aksi)] if isi.aksi else []
    if isi.rekap:
        apa.append(f"rekap pekan {_pekan(isi.rekap.pekan)}")
    return f"Zona Integritas {isi.satker.kode}: {'; '.join(apa)}"


def susun_naskah(isi: Isi) -> Naskah:
    """The whole letter."""
    hari = hari_tanggal(isi.hari_ini)
    pembuka = f"Berikut rekap pelaksanaan rencana kerja Zona Integritas {isi.satker.nama} per {hari}."
    if isi.aksi:
        pembuka = (
            f"Per {hari}, ada {len(isi.aksi)} rencana aksi Zona Integritas {isi.satker.nama} yang memerlukan tindak "
            "lanjut Bapak/Ibu."
        )
    poin = [_poin(kabar) for kabar in isi.aksi]
    bagian = [Bagian("Yang perlu ditindaklanjuti", poin, catatan=AJAKAN)] if poin else []
    if isi.rekap:
        bagian += _bagian_rekap(isi.rekap)
    return Naskah(perihal(isi), f"Yth. {isi.penerima.nama},", pembuka, bagian, alamat("kabar:pilihan"))


def tulis_html(naskah: Naskah) -> str:
    return render_to_string("kabar/surat.html", {"naskah": naskah})


def tulis_teks(naskah: Naskah) -> str:
    """Folded at LEBAR; addresses stay whole."""
    baris = [naskah.sapaan, "", *_lipat.wrap(naskah.pembuka)]
    for bagian in naskah.bagian:
        baris += ["", bagian.judul.upper(), ""]
        for nomor, poin in enumerate(bagian.poin, 1):
            if bagian.rapat:
                baris += _butir(f"{poin.judul} ({'; '.join(poin.baris)})" if poin.baris else poin.judul)
                continue
            baris += [] if nomor == 1 else [""]
            baris += _butir(poin.judul, f"{nomor}. ")
            baris += [satu for isi in poin.baris for satu in _butir(isi, "   - ")]
            baris += [f"   {poin.tautan}"]
        if bagian.catatan:
            baris += [*([""] if bagian.poin and not bagian.rapat else []), *_lipat.wrap(bagian.catatan)]
    baris += ["", "-- ", *_lipat.wrap(naskah.penutup), f"Pilihan kabar: {naskah.pengaturan}", ""]
    return "\n".join(baris)


def _butir(teks: str, tanda: str = "- ") -> list[str]:
    lipat = TextWrapper(
        LEBAR, initial_indent=tanda, subsequent_indent=" " * len(tanda), break_long_words=False, break_on_hyphens=False
    )
    return lipat.wrap(teks)


def _poin(kabar: KabarAksi) -> Poin:
    tautan = alamat_rencana(kabar.lembar.rencana, "matriks:aksi", kabar.aksi.pk)
    return Poin(f"{kabar.sebutan} {kabar.aksi.uraian}", tautan, kalimat_aksi(kabar))


def _bagian_rekap(rekap: Rekap) -> list[Bagian]:
    """What is empty is said in a line, so that nobody wonders."""
    lalu = rekap.pekan - timedelta(days=7)
    bagian = [
        _daftar(f"Selesai pekan lalu, {_pekan(lalu)}", [_hal(h, "realisasi") for h in rekap.selesai]),
        _daftar(f"Jatuh tempo pekan ini, {_pekan(rekap.pekan)}", [_hal(h, "jatuh_tempo") for h in rekap.pekan_ini]),
        _daftar("Terlambat", [_hal(h, "lewat") for h in rekap.terlambat]),
        _daftar(
            "Bukti menunggu verifikasi",
            [
                Poin(
                    f"{b.sebutan} {b.syarat}",
                    alamat_rencana(lembar.rencana, "matriks:aksi", b.aksi_id),
                    [f"diunggah {tanggal_id(b.diunggah)}{f' oleh {b.pengunggah}' if b.pengunggah else ''}"],
                )
                for lembar, b in rekap.menunggu
            ],
        ),
    ]
    kalimat = []
    if rekap.tanpa_posel:
        nama = sebutkan([o.nama for o in rekap.tanpa_posel], BATAS_REKAP)
        kalimat.append(tamat(f"Tanpa alamat pos-el, jadi tidak menerima pengingat: {nama}"))
    if rekap.tanpa_penanggung:
        nama = sebutkan(rekap.tanpa_penanggung, BATAS_REKAP, ", ")
        kalimat.append(tamat(f"Tanpa penanggung jawab dan koordinator: {nama}"))
    return [*bagian, Bagian("Tidak dapat diingatkan", [], catatan=" ".join(kalimat))] if kalimat else bagian


def _daftar(judul: str, poin: list[Poin]) -> Bagian:
    lebih = len(poin) - BATAS_REKAP
    catatan = f"dan {lebih} lainnya." if lebih > 0 else "" if poin else "Tidak ada."
    return Bagian(f"{judul} ({len(poin)})" if poin else judul, poin[:BATAS_REKAP], rapat=True, catatan=catatan)


def _hal(hal: Hal, menurut: str) -> Poin:
    """An action of a recap: when, and who answers for it."""
    p = hal.pekerjaan
    if menurut == "lewat":
        kapan = (
            [f"{p.lewat} hari"] if len(p.pelaksanaan) == 1 else [f"{len(p.pelaksanaan)} kali, terlama {p.lewat} hari"]
        )
    else:
        kapan = [tanggal_id(getattr(satu, menurut)) for satu in p.pelaksanaan]
    siapa = [hal.penanggung.nama] if hal.penanggung else []
    tautan = alamat_rencana(hal.lembar.rencana, "matriks:aksi", p.aksi.pk)
    return Poin(f"{p.sebutan} {p.aksi.uraian}", tautan, [", ".join(kapan), *siapa])


def _pekan(senin: date) -> str:
    minggu = senin + timedelta(days=6)
    if senin.month == minggu.month:
        return f"{senin.day}–{tanggal_id(minggu)}"
    return f"{tanggal_id(senin)}–{tanggal_id(minggu)}"
