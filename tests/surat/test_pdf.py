"""The papers as PDF: tagged and archivable, marked DRAF until numbered, everything that was typed inside its page."""

import itertools
import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from pengungkit.models import Penilaian
from tests.bantuan import Klien, teks, urai
from tests.dokumen.test_rencana_pdf import pohon
from tests.nilai.bantu import isi as isi_nilai
from tests.pabrik import HARI_INI, Kantor
from tests.surat.bantu import ALAMAT, SATU, gambar, nomori, pdf, simpan
from zona.dokumen.models import SetelanDokumen
from zona.inti.waktu import sekarang
from zona.nilai.domain.syarat import isi_syarat
from zona.nilai.enums import KategoriUsulan
from zona.nilai.models import Usulan
from zona.organisasi.models import Pengguna, Satker
from zona.surat.domain.bertanda import buka_kembali, unggah_bertanda
from zona.surat.domain.pakta import catat_tanda_tangan, tambah_penanda
from zona.surat.domain.surat import cabut_nomor
from zona.surat.enums import JenisSurat
from zona.surat.exports.surat_pdf import ekspor_surat
from zona.surat.queries.isi import susun_surat
from zona.surat.queries.pakta import daftar_penanda
from zona.surat.queries.surat import baca_surat

Buka = Callable[..., Klien]
SK, PAKTA, PIAGAM, USULAN, SPTJM = (
    JenisSurat.SK_TIM, JenisSurat.PAKTA, JenisSurat.PIAGAM, JenisSurat.USULAN, JenisSurat.SPTJM,
)  # fmt: skip


def halaman(isi: bytes, cara: str = "plain") -> list[str]:
    return [" ".join(h.extract_text(extraction_mode=cara).split()) for h in PdfReader(BytesIO(isi)).pages]  # type: ignore[arg-type]  # one of its two


@pytest.mark.parametrize("jenis", JenisSurat)
def test_archivable_tagged_and_in_our_language(kantor: Kantor, jenis: JenisSurat) -> None:
    akar = PdfReader(BytesIO(pdf(kantor, jenis)))
    katalog: Any = akar.trailer["/Root"]
    xmp = katalog["/Metadata"].get_object().get_data().decode()
    assert [kata in xmp for kata in ('pdfaid:part="3"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"')] == [True] * 3
    assert (katalog["/Lang"], katalog["/MarkInfo"]["/Marked"]) == ("id", True)
    jenis_unsur = [u["/S"] for u in pohon(katalog["/StructTreeRoot"])]
    tingkat = [int(j[2]) for j in jenis_unsur if re.fullmatch(r"/H\d", j)]
    assert tingkat[0] == 1
    assert [(a, b) for a, b in itertools.pairwise(tingkat) if b > a + 1] == []
    assert akar.metadata.title.startswith(f"{jenis.label} Kantor Uji Tahun 2023")  # type: ignore[union-attr]  # it has


def test_draft_is_marked_on_every_page_until_numbered(kantor: Kantor) -> None:
    draf = halaman(pdf(kantor, SK))
    assert len(draf) > 2
    assert all("DRAF, BELUM BERNOMOR" in h for h in draf)
    nomori(kantor, SK, "12/SK/II/2023")
    jadi = halaman(pdf(kantor, SK))
    assert not any("DRAF" in h for h in jadi)
    assert "Nomor 12/SK/II/2023" in jadi[0]
    nomori(kantor, PAKTA, "")
    assert "DRAF" not in halaman(pdf(kantor, PAKTA))[0]
    assert "DRAF, BELUM BERTANGGAL" in halaman(pdf(kantor, PIAGAM))[0]


def test_keputusan_has_its_parts_in_order_and_the_team_after_the_signature(kantor: Kantor) -> None:
    nomori(kantor, SK, "12/SK/II/2023")
    teks = " ".join(halaman(pdf(kantor, SK), "layout"))
    bagian = (
        "KEPUTUSAN STAF UJI", "tentang", "Menimbang", "Mengingat", "MEMUTUSKAN", "Menetapkan", "Kesatu", "Kelima",
        "Ditetapkan di Mataram", "pada tanggal 1 Februari 2023", "Tembusan:", "Lampiran :", "Susunan Tim Kerja",
        "Pengungkit I Manajemen Perubahan", "Anggota",
    )  # fmt: skip
    letak = [teks.index(b) for b in bagian]
    assert letak == sorted(letak)
    assert all(o.nama in teks for o in kantor.orang.values() if o.keanggotaan.filter(tim__satker=kantor.satker))


def test_letter_has_its_parts_in_order_and_the_data(kantor: Kantor) -> None:
    Satker.objects.filter(pk=kantor.satker.pk).update(induk="Kementerian Uji")
    kantor.rencana.satker.refresh_from_db()
    teks = " ".join(halaman(pdf(kantor, USULAN)))
    bagian = (
        "KEMENTERIAN UJI", "KANTOR UJI", "Nomor", "Sifat", "Lampiran", "Hal", "Mataram,", "Yth.", "Menteri",
        "Pimpinan Kementerian Uji", "Tembusan:", "A. Pemenuhan Syarat", "Pelaporan LHKPN", "B. Hasil Penilaian",
    )  # fmt: skip
    letak = [teks.index(b) for b in bagian]
    assert letak == sorted(letak)
    assert "Penilaian mandiri belum ada." in teks
    tanpa = simpan(kantor, USULAN, kop="tanpa")
    assert tanpa is not None
    assert "KANTOR UJI" not in halaman(pdf(kantor, USULAN))[0]


def test_score_and_conditions_come_from_the_data(kantor: Kantor, ketua: Pengguna, penilai: Pengguna) -> None:
    tautan = "https://contoh.id/lhkpn"
    isi_syarat(rencana=kantor.rencana, kode="lhkpn", isian="87.5", tautan=tautan, oleh=ketua)
    isi_nilai(kantor, ketua, H1_1="3.36")
    Usulan.objects.create(satker=kantor.satker, tahun=2023, kategori=KategoriUsulan.WBBM, unit_id="U-1")
    teks = " ".join(halaman(pdf(kantor, USULAN)))
    assert "87,5 %" in teks
    assert tautan in teks.replace(" ", "")
    assert "nilai 12,60 dari 100" in teks
    assert "Nilai total 100 12,60" in teks
    assert "Wilayah Birokrasi Bersih dan Melayani (WBBM)" in teks
    tpi = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen, "jenis": "tpi", "buta": True}
    Penilaian.objects.create(**tpi)
    surat = baca_surat(kantor.satker, 2023, USULAN)
    terlihat = [susun_surat(kantor.rencana, surat, orang, HARI_INI).data.nilai for orang in (ketua, penilai)]
    assert (terlihat[0] is None, terlihat[1]) == (False, None)


def test_sptjm_has_room_for_meterai_and_who_signs(kantor: Kantor) -> None:
    simpan(kantor, SPTJM, nama="Dr. Pimpinan", nip="196001011990031001", jabatan="Sekretaris Jenderal")
    teks = " ".join(halaman(pdf(kantor, SPTJM)))
    assert "Meterai Rp10.000" in teks
    assert teks.count("Dr. Pimpinan") == 2
    assert "bertanggung jawab penuh" in teks


def test_pakta_lists_signers_with_the_heading_on_every_page(kantor: Kantor) -> None:
    for n in range(40):
        tambah_penanda(rencana=kantor.rencana, nama=f"Pegawai {n:02}", oleh=None)
    orang = [p.kunci for p in daftar_penanda(kantor.satker.pk, 2023)][:3]
    catat_tanda_tangan(
        rencana=kantor.rencana, orang=orang, tanggal=SATU, hari_ini=HARI_INI, oleh=kantor.orang["ketua"]
    )  # fmt: skip
    isi = halaman(pdf(kantor, PAKTA))
    assert len(isi) >= 4
    assert all("No. Nama NIP Jabatan Tanda tangan Tanggal" in h for h in isi[1:])
    assert sum(h.count("telah menandatangani") for h in isi) == 3
    assert all(f"Pegawai {n:02}" in " ".join(isi) for n in range(40))


def test_witnesses_and_long_names_stay_on_the_page(kantor: Kantor) -> None:
    panjang = "Profesor" + "a" * 180
    Pengguna.objects.filter(username="anggota").update(nama=panjang)
    saksi = f"{panjang}; Ombudsman RI Perwakilan\nSaksi Dua; KPK"
    simpan(kantor, PIAGAM, nama=panjang, jabatan="J" * 290, saksi=saksi)
    for jenis in (PIAGAM, SK, PAKTA):
        dokumen = PdfReader(BytesIO(pdf(kantor, jenis)))
        lebar = float(dokumen.pages[0].mediabox.width)
        for h in dokumen.pages:
            tepi: list[float] = []
            h.extract_text(visitor_text=partial(_catat_tepi, tepi))
            assert tepi
            assert max(tepi) < lebar
    teks = "".join(halaman(pdf(kantor, PIAGAM))).replace(" ", "")
    assert teks.count(panjang) == 2
    assert "OmbudsmanRIPerwakilan" in teks
    assert "SaksiDua" in teks


def _catat_tepi(tepi: list[float], teks: str, cm: list[float], tm: list[float], *_: Any) -> None:
    """Where a piece of text begins, in points from the left."""
    if teks.strip():
        tepi.append(tm[4] * cm[0] + cm[4])


def test_paper_of_the_office_is_used(kantor: Kantor) -> None:
    SetelanDokumen.objects.create(satker=kantor.satker, ukuran="F4")
    ukuran = PdfReader(BytesIO(pdf(kantor, PAKTA))).pages[0].mediabox
    assert [round(float(n) / 72 * 25.4) for n in (ukuran.width, ukuran.height)] == [215, 330]


def test_nothing_is_fetched_and_no_code_runs(kantor: Kantor) -> None:
    jahat = '<img src="file:///etc/passwd">\n\n![x](http://127.0.0.1:9/a.png)\n\n<script>alert(1)</script>\n\nAman.'
    simpan(kantor, PAKTA, isi=jahat, judul='<img src="file:///etc/passwd">')
    isi = pdf(kantor, PAKTA)
    teks = " ".join(halaman(isi))
    assert "Aman." in teks
    assert not {"alert", "127.0.0.1"} & set(teks.split())
    assert b"/JavaScript" not in isi
    assert all(not h.images for h in PdfReader(BytesIO(isi)).pages)


def test_signed_paper_reads_as_it_was_signed(kantor: Kantor) -> None:
    ketua = kantor.orang["ketua"]
    nomori(kantor, SK, "1/SK/2023")
    unggah_bertanda(
        rencana=kantor.rencana, jenis=SK, berkas=gambar(), revisi=1, hari_ini=HARI_INI, oleh=ketua
    )  # fmt: skip
    sebelum = pdf(kantor, SK)
    Pengguna.objects.filter(username="kepala").update(nama="Kepala Baru")
    assert pdf(kantor, SK) == sebelum
    assert "Kepala Baru" in " ".join(halaman(pdf(kantor, PAKTA)))


def test_second_decision_revokes_the_first_by_number(kantor: Kantor) -> None:
    ketua = kantor.orang["ketua"]
    nomori(kantor, SK, "1/SK/2023")
    unggah_bertanda(
        rencana=kantor.rencana, jenis=SK, berkas=gambar(), revisi=1, hari_ini=HARI_INI, oleh=ketua
    )  # fmt: skip
    dulu = pdf(kantor, SK)
    assert "dicabut" not in " ".join(halaman(dulu))
    buka_kembali(rencana=kantor.rencana, jenis=SK, revisi=2, alasan="Anggota berganti", oleh=ketua)
    nomori(kantor, SK, "2/SK/2023", HARI_INI)
    kini = " ".join(halaman(pdf(kantor, SK)))
    assert "Nomor 1/SK/2023 tanggal 1 Februari 2023 dicabut dan dinyatakan tidak berlaku." in kini


def test_earlier_print_is_in_the_history(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}sk-tim/")
    nomori(kantor, SK, "1/SK/2023")
    dulu = k.get(f"{tuju}surat.pdf").content
    cabut_nomor(rencana=kantor.rencana, jenis=SK, revisi=1, oleh=None)
    simpan(kantor, SK, isi="Lain sama sekali")
    nomori(kantor, SK, "2/SK/2023")
    assert k.get(f"{tuju}surat.pdf").content != dulu
    baru, lama = urai(k.get(f"{tuju}riwayat/")).select("[aria-labelledby=j-cetakan] a")
    assert [teks(a) for a in (baru, lama)] == ["Nomor 2/SK/2023, 1 Februari 2023", "Nomor 1/SK/2023, 1 Februari 2023"]
    assert k.get(tuju + "surat.pdf" + str(lama["href"]).partition("surat.pdf")[2]).content == dulu
    assert k.get(f"{tuju}surat.pdf?revisi=99").status_code == 404


def test_list_of_the_pakta_goes_on_and_says_so(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}pakta/surat.pdf")
    nomori(kantor, PAKTA, "")
    dulu = k.get(tuju).content
    catat_tanda_tangan(
        rencana=kantor.rencana, orang=[p.kunci for p in daftar_penanda(kantor.satker.pk, 2023)][:3], tanggal=SATU,
        hari_ini=HARI_INI, oleh=ketua,
    )  # fmt: skip
    assert k.get(tuju).content == dulu
    kini = " ".join(halaman(k.get(f"{tuju}?posisi=1").content))
    assert kini.count("telah menandatangani") == 3
    assert "Keadaan per 15 Maret 2023, dari data hari itu" in kini


def test_blind_assessor_gets_no_paper_that_tells_points(klien: Buka, kantor: Kantor, penilai: Pengguna) -> None:
    nomori(kantor, USULAN, "1/SU/2023")
    nomori(kantor, SK, "1/SK/2023")
    tpi = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen, "jenis": "tpi", "buta": True}
    penilaian = Penilaian.objects.create(**tpi)
    k, awal = klien(penilai), kantor.alamat(ALAMAT)
    assert [k.get(f"{awal}{j}/surat.pdf").status_code for j in ("usulan", "sk-tim")] == [403, 200]
    assert k.get(f"{awal}usulan/").status_code == 403
    Penilaian.objects.filter(pk=penilaian.pk).update(dibuka_pada=sekarang())
    assert k.get(f"{awal}usulan/surat.pdf").status_code == 200


def test_same_content_is_drawn_once(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    surat = baca_surat(kantor.satker, 2023, PAKTA)
    sidik = {
        ekspor_surat(kantor.rencana, surat, ketua, HARI_INI + timedelta(days=n)).sidik  # type: ignore[union-attr]  # a draft
        for n in range(3)
    }  # fmt: skip
    assert len(sidik) == 1
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}pakta/surat.pdf")
    pertama = k.get(tuju)
    assert pertama["Content-Disposition"] == 'attachment; filename="surat-pakta-uji-2023-draf.pdf"'
    assert k.get(tuju, headers={"If-None-Match": pertama["ETag"]}).status_code == 304
