"""manage.py hitung_skor --satker KODE --tahun N [--jenis mandiri|tpi] [--json]: what the answers come to."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pengungkit.beku import isi_skor
from pengungkit.domain.penilaian import skor_penilaian
from pengungkit.domain.skor import Skor
from pengungkit.enums import JenisPenilaian
from zona.inti.angka import angka_id
from zona.nilai.management.commands._kantor import satker_dari, tambah_pilihan


class Command(BaseCommand):
    help = "Menghitung nilai satu penilaian: total, tiap bagian, dan tiap ambang."

    def add_arguments(self, parser: CommandParser) -> None:
        tambah_pilihan(parser, bawaan=JenisPenilaian.MANDIRI)
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, satker: str, tahun: int, jenis: str, **pilihan: Any) -> None:
        kantor, macam = satker_dari(satker), JenisPenilaian(jenis)
        skor = skor_penilaian(kantor.pk, tahun, macam)
        if skor is None:
            raise CommandError(f"{macam.label} {kantor.kode} tahun {tahun} belum ada.")
        self.stdout.write(json.dumps(_isi(skor), ensure_ascii=False) if pilihan["json"] else _kalimat(skor))


def _isi(skor: Skor) -> dict[str, Any]:
    """The numbers as decimal text; `ambang` by predikat, then by "total", "pengungkit" or the code of its part."""
    isi = isi_skor(skor)
    ambang: dict[str, dict[str, Any]] = {}
    for a in isi["ambang"]:
        bagian = {k: a[k] for k in ("nama", "minimal", "nilai", "lulus", "kurang")}
        ambang.setdefault(a["predikat"], {})[a["kode"] or a["jenis"]] = bagian
    return {**isi, "ambang": ambang}


def _kalimat(skor: Skor) -> str:
    baris = [f"{b.nama}: {angka_id(b.nilai)}" for b in (skor.total, skor.pengungkit, skor.hasil)]
    for p in skor.putusan:
        putus = "lulus" if p.lulus else f"kurang {angka_id(p.kurang)}"
        minimal = angka_id(p.ambang.minimal)
        baris.append(
            f"{p.ambang.predikat.upper()}, {p.ambang.nama}: {angka_id(p.bagian.nilai)} dari {minimal}: {putus}"
        )
    if skor.belum_dijawab:
        baris.append(f"Belum dijawab: {', '.join(skor.belum_dijawab)}")
    return "\n".join(baris)
