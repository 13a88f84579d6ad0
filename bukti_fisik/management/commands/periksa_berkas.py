"""manage.py periksa_berkas: are all stored files there and as they were? For cron, once a night."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from bukti_fisik.domain.periksa import HasilPeriksa, periksa_rak
from bukti_fisik.domain.periksa_tautan import HasilTautan, periksa_tautan
from bukti_fisik.queries.simpanan import terpakai
from zona.inti.templatetags.zona import ukuran
from zona.organisasi.models import Satker


class Command(BaseCommand):
    help = "Memeriksa setiap berkas tersimpan: ada, tidak berubah, bebas virus; dan berkas tanpa pemilik."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--satker", metavar="KODE", help="hanya satker ini")
        parser.add_argument(
            "--buang-yatim", action="store_true", help="hapus berkas tanpa baris yang lebih tua daripada satu jam"
        )
        parser.add_argument("--tautan", action="store_true", help="kunjungi juga alamat bukti yang berupa tautan")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        satker = None
        if kode := pilihan["satker"]:
            satker = Satker.objects.filter(kode=kode.upper()).first()
            if satker is None:
                raise CommandError(f'Satker "{kode}" tidak ada.')
        hasil = periksa_rak(satker=satker, buang_yatim=pilihan["buang_yatim"], kini=timezone.now())
        tautan = periksa_tautan(satker=satker, oleh=None) if pilihan["tautan"] else None
        if pilihan["json"]:
            isi = {"baik": hasil.baik, **asdict(hasil)}
            isi["terpakai"] = {kode: {"berkas": n, "byte": byte} for kode, n, byte in terpakai(satker)}
            self.stdout.write(json.dumps(isi | ({"tautan": asdict(tautan)} if tautan else {})))
        else:
            pakai = [f"{kode}: {n} berkas, {ukuran(byte)}." for kode, n, byte in terpakai(satker)]
            self.stdout.write("\n".join([*_kalimat(hasil), *pakai, *_kalimat_tautan(tautan)]))
        if not hasil.baik:
            raise CommandError("Ada berkas yang bermasalah.", returncode=1)


def _kalimat(hasil: HasilPeriksa) -> list[str]:
    baris = [f"{hasil.diperiksa} berkas diperiksa."]
    for kata, daftar in (
        ("hilang", hasil.hilang),
        ("berubah", hasil.berubah),
        ("tidak terbaca", hasil.tak_terbaca),
        ("mengandung virus", hasil.terinfeksi),
        ("tanpa pemilik", hasil.yatim),
    ):
        baris += [f"{kata}: {kunci}" for kunci in daftar]
    if hasil.karantina:
        baris.append(f"{hasil.karantina} berkas masih menunggu pemindaian virus.")
    if hasil.yatim_baru:
        baris.append(f"{hasil.yatim_baru} berkas tanpa pemilik berumur kurang dari satu jam; mungkin sedang diunggah.")
    if hasil.yatim_dibuang or hasil.unggahan_dibuang:
        baris.append(
            f"Dibuang: {hasil.yatim_dibuang} berkas tanpa pemilik, {hasil.unggahan_dibuang} unggahan yang ditinggalkan."
        )
    if hasil.kiriman_ditutup:
        baris.append(f"Ditutup: {hasil.kiriman_ditutup} kiriman yang ditinggalkan.")
    return baris + (["Semua berkas ada dan utuh."] if hasil.baik else [])


def _kalimat_tautan(hasil: HasilTautan | None) -> list[str]:
    if hasil is None:
        return []
    mati = [f"tautan mati: {alamat} ({sebab})" for alamat, sebab in hasil.mati]
    return [f"{hasil.dikunjungi} tautan dikunjungi, {hasil.tidak_pasti} tidak dapat dipastikan.", *mati]
