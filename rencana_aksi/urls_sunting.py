"""Addresses of editing, under …/rencana/sunting/."""

from django.urls import path

from rencana_aksi.views.sunting import halaman, jadwal, susunan, tambah, ubah

urlpatterns = [
    path("", halaman.sunting, name="sunting"),
    path("<str:kode>/", halaman.bagian, name="sunting_bagian"),
    path("<str:kode>/program/tambah/", tambah.di_pengungkit, {"jenis": "program"}, name="sunting_program_tambah"),
    path("<str:kode>/kerja/tambah/", tambah.di_pengungkit, {"jenis": "kerja"}, name="sunting_kerja_tambah"),
    path("kerja/<int:pk>/aksi/tambah/", tambah.di_kerja, {"jenis": "aksi"}, name="sunting_aksi_tambah"),
    path("kerja/<int:pk>/syarat/tambah/", tambah.di_kerja, {"jenis": "syarat"}, name="sunting_syarat_tambah"),
    path("aksi/<int:pk>/jadwal/", jadwal.jadwal, {"jenis": "aksi"}, name="sunting_jadwal"),
]
for jenis in ("program", "kerja", "aksi", "syarat"):
    urlpatterns += [
        path(f"{jenis}/<int:pk>/", ubah.ubah, {"jenis": jenis}, name=f"sunting_{jenis}"),
        path(f"{jenis}/<int:pk>/pindah/", susunan.pindah, {"jenis": jenis}, name=f"sunting_{jenis}_pindah"),
        path(f"{jenis}/<int:pk>/hapus/", susunan.hapus, {"jenis": jenis}, name=f"sunting_{jenis}_hapus"),
        path(f"{jenis}/<int:pk>/kembalikan/", susunan.kembalikan, {"jenis": jenis}, name=f"sunting_{jenis}_kembalikan"),
    ]
