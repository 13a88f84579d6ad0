"""Rules on what holds the plan together: its teams, its numbers, its weights."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from rencana_aksi.queries.periksa.baris import Bagian, Naskah, Orang
from rencana_aksi.queries.periksa.temuan import Jenis, Temuan, sidik
from zona.inti.angka import bobot_id
from zona.organisasi.enums import AREA, PENGARAH

TANPA_KOORDINATOR = Jenis(
    "pengungkit-tanpa-koordinator",
    "pengungkit tanpa koordinator",
    "Tidak ada yang mengubah rencana, memeriksa bukti, dan diingatkan untuk pengungkit itu.",
)
TANPA_PENANGGUNG = Jenis(
    "aksi-tanpa-penanggung-jawab",
    "aksi tanpa penanggung jawab",
    "Hanya koordinator yang diingatkan, dan anggota tim tidak dapat mencatat pelaksanaannya.",
)
TANPA_AKSI = Jenis(
    "pengungkit-tanpa-aksi",
    "pengungkit tanpa aksi",
    "Bobotnya ikut dinilai, tetapi tidak ada yang direncanakan untuk memenuhinya.",
)
TANPA_TIM = Jenis(
    "pengungkit-tanpa-tim",
    "pengungkit tanpa tim",
    "Tidak ada yang melaksanakan, mengunggah bukti, dan diingatkan untuk pengungkit itu.",
)
NIP = Jenis("nip-bukan-18-angka", "NIP bukan 18 angka", "NIP yang tercetak dalam daftar tim tidak sah.")
GANDA = Jenis("nomor-ganda", "nomor atau huruf ganda", "Dua baris dengan nomor yang sama tidak dapat dirujuk.")
BOBOT = Jenis(
    "bobot-tidak-berjumlah",
    "bobot tidak berjumlah",
    "Bobot harus seperti instrumen, seluruhnya 100.",
)
SERATUS = Decimal(100)
K = TypeVar("K")
V = TypeVar("V")


def tanpa_penanggung_jawab(naskah: Naskah) -> Iterator[Temuan]:
    """An action nobody answers for, or somebody who cannot sign in."""
    for bagian, aksi in naskah.semua_aksi():
        if not aksi.penanggung:
            yield Temuan(
                jenis=TANPA_PENANGGUNG,
                objek="aksi",
                objek_id=aksi.pk,
                tempat=aksi.tempat,
                hal=aksi.uraian,
                uraian="Belum ada penanggung jawab yang akunnya aktif.",
                cara=f"Tunjuk seorang dari Tim {bagian.kode}.",
                sidik=sidik(None),
                lingkup=naskah.lingkup(bagian.kode),
                aksi=aksi.pk,
            )


def pengungkit_tanpa_aksi(naskah: Naskah) -> Iterator[Temuan]:
    """A pengungkit in which nothing is planned."""
    for bagian in naskah.bagian:
        if not any(k.aksi for k in bagian.kerja):
            yield _pengungkit(
                TANPA_AKSI, naskah, bagian, "Belum ada satu pun rencana aksi.",
                "Tambahkan rencana kerja dan aksinya.", len(bagian.kerja),
            )  # fmt: skip


def tanpa_tim(naskah: Naskah) -> Iterator[Temuan]:
    """A pengungkit whose team of the year has nobody in it."""
    for bagian in naskah.bagian:
        if not naskah.tim(bagian.kode):
            yield _pengungkit(
                TANPA_TIM, naskah, bagian, f"Tim {bagian.kode} tahun {naskah.tahun} belum beranggota.",
                "Susun timnya; susunan tim diubah oleh admin satker.",
            )  # fmt: skip


def _pengungkit(
    jenis: Jenis, naskah: Naskah, bagian: Bagian, uraian: str, cara: str, *fakta: object
) -> Temuan:  # fmt: skip
    return Temuan(
        jenis=jenis,
        objek="pengungkit",
        objek_id=bagian.pk,
        tempat=bagian.kode,
        hal=bagian.nama,
        uraian=uraian,
        cara=cara,
        sidik=sidik(*fakta),
        lingkup=naskah.lingkup(bagian.kode),
    )


def tanpa_koordinator(naskah: Naskah) -> Iterator[Temuan]:
    """A pengungkit whose team has no coordinator, or one who cannot sign in. That of no team at all is told alone."""
    for bagian in (b for b in naskah.bagian if naskah.tim(b.kode)):
        orang = next((o for o in naskah.orang if o.koordinator and o.area == bagian.kode), None)
        if orang is None or not orang.aktif:
            nonaktif = f"Akun koordinatornya, {orang.nama}, dinonaktifkan." if orang else ""
            yield _pengungkit(
                TANPA_KOORDINATOR, naskah, bagian,
                nonaktif or f"Tim {bagian.kode} tahun {naskah.tahun} belum mempunyai koordinator.",
                "Tetapkan koordinatornya; susunan tim diubah oleh admin satker.",
                orang.pk if orang else None,
            )  # fmt: skip


def nip_bukan_18_angka(naskah: Naskah) -> Iterator[Temuan]:
    """A person printed with a number that is no NIP. Who has none at all (PPNPN) is right. Once a person."""
    terlihat: set[int] = set()
    for orang in naskah.orang:
        if orang.nip or not orang.nip_naskah or orang.pk in terlihat:
            continue
        terlihat.add(orang.pk)
        angka = sum(h.isdigit() for h in orang.nip_naskah)
        lain = "" if orang.nip_naskah.isdecimal() else ", dan memuat selain angka"
        yield Temuan(
            jenis=NIP,
            objek="pengguna",
            objek_id=orang.pk,
            tempat=_tim(orang),
            hal=orang.nama,
            uraian=f"NIP-nya tercetak {orang.nip_naskah}: {angka} angka{lain}; seharusnya 18.",
            cara="Cocokkan dengan SK pengangkatannya; akunnya diperbaiki oleh admin satker.",
            sidik=sidik(orang.nip_naskah),
            lingkup=naskah.lingkup(orang.area),
        )


def _tim(orang: Orang) -> str:
    return f"Tim {orang.area}" if orang.area else PENGARAH.capitalize()


def nomor_ganda(naskah: Naskah) -> Iterator[Temuan]:
    """Rows of one pengungkit with one number, actions of one row with one letter (a and A are one)."""
    for bagian in naskah.bagian:
        for nomor, baris in _kembar((k.nomor, k) for k in bagian.kerja if k.nomor is not None):
            yield Temuan(
                jenis=GANDA,
                objek="rencana_kerja",
                objek_id=baris[1].pk,
                tempat=baris[1].tempat,
                hal=baris[1].uraian,
                uraian=f"Nomor {nomor} dipakai {len(baris)} rencana kerja: {'; '.join(k.uraian for k in baris)}.",
                cara="Nomori ulang rencana kerja pengungkit ini.",
                sidik=sidik(nomor, [k.uraian for k in baris]),
                lingkup=naskah.lingkup(bagian.kode),
                aksi=next((a.pk for a in baris[1].aksi), None),
            )
    for bagian, kerja in naskah.semua_kerja():
        for huruf, aksi in _kembar((a.huruf.casefold(), a) for a in kerja.aksi if a.huruf):
            yield Temuan(
                jenis=GANDA,
                objek="aksi",
                objek_id=aksi[1].pk,
                tempat=aksi[1].tempat,
                hal=aksi[1].uraian,
                uraian=f"Huruf {huruf} dipakai {len(aksi)} aksi: {'; '.join(a.uraian for a in aksi)}.",
                cara="Beri huruf lain pada salah satunya.",
                sidik=sidik(huruf, [a.uraian for a in aksi]),
                lingkup=naskah.lingkup(bagian.kode),
                aksi=aksi[1].pk,
            )


def _kembar(pasangan: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
    kelompok: dict[K, list[V]] = defaultdict(list)
    for kunci, nilai in pasangan:
        kelompok[kunci].append(nilai)
    return ((kunci, nilai) for kunci, nilai in kelompok.items() if len(nilai) > 1)


def bobot_tidak_berjumlah(naskah: Naskah) -> Iterator[Temuan]:
    """Weights of the six that are not the instrument's, or do not make 100 with those of hasil. One finding."""
    ada = {b.kode: b for b in naskah.bagian}
    beda = [
        f"{b.kode} {bobot_id(b.bobot)} (instrumen {bobot_id(b.bobot_instrumen)})"
        for b in naskah.bagian
        if b.bobot != b.bobot_instrumen
    ] + [f"{kode} tidak ada" for kode in AREA if kode not in ada]
    jumlah = sum((b.bobot for b in naskah.bagian), Decimal(0))
    if beda or jumlah + naskah.bobot_hasil != SERATUS:
        yield Temuan(
            jenis=BOBOT,
            objek="rencana",
            objek_id=naskah.pk,
            tempat="I–VI",
            hal=f"Bobot keenam pengungkit, instrumen {naskah.instrumen}",
            uraian=f"Pengungkit berjumlah {bobot_id(jumlah)} dan hasil {bobot_id(naskah.bobot_hasil)}, "
            f"seluruhnya {bobot_id(jumlah + naskah.bobot_hasil)}{'; ' if beda else ''}{', '.join(beda)}.",
            cara="Samakan bobotnya dengan instrumen, atau pilih instrumen yang dipakai rencana ini.",
            sidik=sidik([(b.kode, b.bobot, b.bobot_instrumen) for b in naskah.bagian], naskah.bobot_hasil),
            lingkup=naskah.lingkup(),
        )
