"""Addresses of zona.dokumen."""

from django.urls import include, path

from zona.dokumen.views import bundel, laporan, lhe, naskah, rencana, setelan

app_name = "dokumen"
AWAL = "<slug:satker>/<int:tahun>/dokumen"
LAPORAN = "<slug:satker>/<int:tahun>/laporan"

bulan = [
    path("", laporan.laporan, name="laporan"),
    path("buka/", laporan.buka, name="laporan_buka"),
    path("laporan.pdf", laporan.pdf, name="laporan_pdf"),
    path("laporan.xlsx", laporan.xlsx, name="laporan_xlsx"),
]
triwulan = [
    path("", laporan.laporan, name="triwulan"),
    path("buka/", laporan.buka, name="triwulan_buka"),
    path("laporan.pdf", laporan.pdf, name="triwulan_pdf"),
    path("laporan.xlsx", laporan.xlsx, name="triwulan_xlsx"),
]
urlpatterns = [
    path(f"{AWAL}/", rencana.dokumen, name="dokumen"),
    path(f"{AWAL}/rencana-kerja.pdf", rencana.pdf, name="pdf"),
    path(f"{AWAL}/versi/<int:pk>/rencana-kerja.pdf", rencana.pdf_versi, name="pdf_versi"),
    path(f"{AWAL}/rencana-kerja.xlsx", rencana.xlsx, name="xlsx"),
    path(f"{AWAL}/setelan/", setelan.setelan, name="setelan"),
    path(f"{AWAL}/bukti.zip", bundel.bukti, name="bukti"),
    path(f"{AWAL}/naskah/", naskah.naskah, name="naskah"),
    path(f"{AWAL}/naskah/<slug:kode>/", naskah.bagian, name="naskah_bagian"),
    path(f"{AWAL}/naskah/<slug:kode>/riwayat/", naskah.riwayat, name="naskah_riwayat"),
    path(f"{AWAL}/naskah/<slug:kode>/hapus/", naskah.hapus, name="naskah_hapus"),
    path("<slug:satker>/<int:tahun>/nilai/lhe.pdf", lhe.pdf, name="lhe"),
    path("<slug:satker>/<int:tahun>/nilai/lhe/<int:pk>/lhe.pdf", lhe.kunci, name="lhe_kunci"),
    path(f"{LAPORAN}/", laporan.daftar, name="daftar_laporan"),
    path(f"{LAPORAN}/<int:bulan>/", include(bulan)),
    path(f"{LAPORAN}/triwulan/<int:triwulan>/", include(triwulan)),
]
