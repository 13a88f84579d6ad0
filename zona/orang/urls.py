"""Addresses of zona.orang."""

from django.urls import include, path

from zona.orang.views import ajakan, akun, banyak, daftar, hak, pimpinan, sandi, tim

app_name = "orang"

satu = [
    path("", akun.akun, name="akun"),
    path("keaktifan/", akun.keaktifan, name="keaktifan"),
    path("mutasi/", akun.mutasi, name="mutasi"),
    path("sandi/", akun.sandi_sementara, name="sandi_sementara"),
    path("keanggotaan/", akun.keanggotaan, name="keanggotaan"),
    path("keanggotaan/<str:kode>/keluar/", akun.keluar_tim, name="keluar_tim"),
    path("peran/", akun.beri_peran, name="beri_peran"),
    path("peran/cabut/", akun.cabut_peran, name="cabut_peran"),
]
urlpatterns = [
    path("<slug:satker>/tim/", daftar.daftar, name="orang"),
    path("<slug:satker>/tim/sandi/", sandi.sandi, name="sandi"),
    path("<slug:satker>/tim/undang/", sandi.undang, name="undang"),
    path("<slug:satker>/<int:tahun>/tim/", tim.tim, name="tim"),
    path("<slug:satker>/<int:tahun>/tim/banyak/", banyak.banyak, name="banyak"),
    path("<slug:satker>/<int:tahun>/tim/orang/", daftar.daftar_tahun, name="orang_tahun"),
    path("<slug:satker>/<int:tahun>/tim/orang/tambah/", akun.tambah, name="orang_tambah"),
    path("<slug:satker>/<int:tahun>/tim/orang/penilai/", ajakan.penilai_luar, name="penilai_luar"),
    path("<slug:satker>/<int:tahun>/tim/orang/pindahan/", ajakan.pindahan, name="pindahan"),
    path("<slug:satker>/<int:tahun>/tim/orang/ajakan/<int:pk>/tarik/", ajakan.tarik, name="tarik_ajakan"),
    path("<slug:satker>/<int:tahun>/tim/pimpinan/", pimpinan.pimpinan, name="pimpinan"),
    path("<slug:satker>/<int:tahun>/tim/pimpinan/<int:pk>/", pimpinan.putus, name="putus_pimpinan"),
    path("<slug:satker>/<int:tahun>/tim/hak/", hak.hak, name="hak"),
    path("<slug:satker>/<int:tahun>/tim/orang/<int:pk>/", include(satu)),
]
