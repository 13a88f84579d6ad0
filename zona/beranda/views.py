"""The first page of everyone."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.draf_pertama import jalan_kosong
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.queries.tahun import masih_mulai
from zona.beranda.queries.awal import pembuat_rencana, pintu_masuk, tahun_pertama
from zona.beranda.queries.keadaan import keadaan
from zona.beranda.queries.orang import kabar_orang
from zona.beranda.queries.pengesahan import kabar_pengesahan, kabar_tanda_tangan
from zona.beranda.queries.tugas import tugas_saya
from zona.beranda.rules import KANTOR, tampilan
from zona.inti.cache import tergambar
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini
from zona.organisasi.models import Pengguna
from zona.organisasi.queries.ajakan import ajakan_untuk
from zona.tahapan.gambar import GARIS, KINI, gambar_tahapan


@require_safe
def awal(request: Permintaan) -> HttpResponse:
    """Where there is one plan to go to, straight there; where none can be, whose turn it is. Who makes the first plan
    of an office is led to where it begins."""
    masuk = pintu_masuk(request.user)
    if len(masuk.pintu) == 1:
        return redirect("beranda:beranda", masuk.pintu[0].slug, masuk.pintu[0].tahun)
    konteks: dict[str, Any] = {"masuk": masuk, "ajakan": bool(ajakan_untuk(request.user))}
    if not (masuk.pintu or masuk.disiapkan) and (satker := request.user.satker):
        if tahun_pertama(request.user):
            return redirect("mulai:mulai", satker.slug)
        konteks["pembuat"] = pembuat_rencana(satker)
    return render(request, "beranda/awal.html", konteks)


@require_safe
def beranda(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    pilihan = tampilan(request.user.peran_di(rencana.lingkup))
    lihat = request.GET.get("lihat")
    lihat = lihat if lihat in pilihan else pilihan[0]
    kunci = ("beranda", lihat, rencana.pk, rencana.satker.revisi, hari, request.user.pk)
    isi = tergambar(kunci, lambda: _gambar(lihat, rencana, hari, request.user))
    konteks = {"rencana": rencana, "hari": hari, "lihat": lihat, "pilihan": pilihan, "isi_beranda": isi}
    return render(request, "beranda/beranda.html", konteks)


def _gambar(lihat: str, rencana: Rencana, hari: date, pengguna: Pengguna) -> str:
    konteks: dict[str, Any] = {"rencana": rencana, "saya": ""}
    konteks["pengesahan"] = [
        *kabar_orang(rencana.satker, pengguna),
        *kabar_tanda_tangan(rencana, pengguna),
        *kabar_pengesahan(rencana.satker, rencana.tahun, hari, pengguna),
    ]
    konteks["masih_mulai"] = masih_mulai(rencana, hari)
    if lihat == KANTOR:
        kini = keadaan(rencana, hari, pengguna)
        konteks["jalan"] = None if kini.capaian.total else jalan_kosong(pengguna, rencana)
        konteks |= {"keadaan": kini, "tahapan": gambar_tahapan(GARIS, rencana, hari, pengguna, kini.bangun)}
        return render_to_string("beranda/_kantor.html", konteks)
    tugas = tugas_saya(rencana, hari, pengguna)
    konteks |= {"tahapan": gambar_tahapan(KINI, rencana, hari, pengguna, tugas.bangun)}
    konteks |= {"saya": pengguna.nama, "saya_id": pengguna.pk, "tugas": tugas}
    return render_to_string("beranda/_tugas.html", konteks)
