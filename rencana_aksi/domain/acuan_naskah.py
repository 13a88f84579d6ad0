"""Checking a plan's content against what the installation knows: the instrument's weights, the year's teams."""

from decimal import Decimal

from django.db.models import Q

from pengungkit.enums import Kelompok
from pengungkit.models import Instrumen
from rencana_aksi.domain.masalah import Masalah
from rencana_aksi.domain.naskah import Naskah
from zona.inti.angka import bobot_id
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

Bobot = tuple[dict[str, Decimal], list[Decimal]]


def pilih_instrumen(naskah: Naskah, kode: str) -> tuple[Instrumen | None, list[Masalah]]:
    """The instrument named (`kode`, else in the file), else the one whose weights are the file's; the weights per area
    and of hasil must be the instrument's."""
    instrumen = {i.kode: i for i in Instrumen.objects.order_by("-bawaan", "kode").prefetch_related("komponen")}
    if not instrumen:
        return None, [Masalah("", "belum ada instrumen; jalankan muat_instrumen dahulu")]
    if kode := kode or naskah.instrumen:
        if kode not in instrumen:
            return None, [Masalah("instrumen", f'"{kode}" tidak dikenal; yang ada: {", ".join(instrumen)}')]
        return instrumen[kode], _beda_bobot(naskah, instrumen[kode])
    for calon in instrumen.values():
        if not _beda_bobot(naskah, calon):
            return calon, []
    yang_ada = "; ".join(f"{kode}: {_kalimat(_bobot(i))}" for kode, i in instrumen.items())
    tertulis = _kalimat(({p.kode: p.bobot for p in naskah.pengungkit}, list(naskah.hasil)))
    return None, [Masalah("", f"bobot {tertulis} tidak sama dengan instrumen mana pun ({yang_ada})")]


def _bobot(instrumen: Instrumen) -> Bobot:
    """Sums per area, and the hasil in order."""
    area: dict[str, Decimal] = {}
    hasil: list[Decimal] = []
    for komponen in instrumen.komponen.all():
        if komponen.kelompok == Kelompok.HASIL:
            hasil.append(komponen.bobot)
        else:
            area[komponen.area] = area.get(komponen.area, Decimal(0)) + komponen.bobot
    return area, hasil


def _kalimat(bobot: Bobot) -> str:
    area, hasil = bobot
    pengungkit = ", ".join(f"{kode} {bobot_id(nilai)}" for kode, nilai in area.items())
    return f"{pengungkit}, hasil {' + '.join(map(bobot_id, hasil))}"


def _beda_bobot(naskah: Naskah, instrumen: Instrumen) -> list[Masalah]:
    area, hasil = _bobot(instrumen)
    masalah = [
        Masalah(f"{p.jalur}.bobot", f"bobot {bobot_id(p.bobot)}, pada {instrumen} {bobot_id(area[p.kode])}")
        for p in naskah.pengungkit
        if p.bobot and p.kode in area and p.bobot != area[p.kode]
    ]
    if not naskah.hasil:  # told already: the key is missing or wrong
        return masalah
    if len(naskah.hasil) != len(hasil):
        return [*masalah, Masalah("hasil", f"{len(naskah.hasil)} komponen, pada {instrumen} {len(hasil)}")]
    return masalah + [
        Masalah(f"hasil[{i}].bobot", f"bobot {bobot_id(ada)}, pada {instrumen} {bobot_id(harus)}")
        for i, (ada, harus) in enumerate(zip(naskah.hasil, hasil, strict=True))
        if ada and ada != harus
    ]


def cari_orang(naskah: Naskah, satker: Satker) -> tuple[dict[str, int], list[Masalah]]:
    """The people named as penanggung jawab (username or NIP) by that name; each must be in the pengungkit's team."""
    disebut = {a.penanggung_jawab for p in naskah.pengungkit for k in p.kerja for a in k.aksi} - {""}
    if not disebut:
        return {}, []
    orang: dict[str, int] = {}
    for pk, username, nip in Pengguna.objects.filter(
        Q(username__in=disebut) | Q(nip__in=disebut), satker=satker
    ).values_list("pk", "username", "nip"):
        orang |= {sebutan: pk for sebutan in (username, nip) if sebutan in disebut}
    anggota = set(
        Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=naskah.tahun).values_list("tim__kode", "pengguna")
    )
    masalah = []
    for pengungkit in naskah.pengungkit:
        for aksi in (a for k in pengungkit.kerja for a in k.aksi if a.penanggung_jawab):
            nama, jalur = aksi.penanggung_jawab, f"{aksi.jalur}.penanggung_jawab"
            if nama not in orang:
                masalah.append(Masalah(jalur, f'"{nama}" bukan username atau NIP pegawai {satker}'))
            elif (pengungkit.kode, orang[nama]) not in anggota:
                masalah.append(Masalah(jalur, f'"{nama}" bukan anggota Tim {pengungkit.kode} tahun {naskah.tahun}'))
    return orang, masalah
