"""Addresses (produk.md §7). Everything of an office's year stands under /<satker>/<tahun>/."""

from django.urls import include, path

urlpatterns = [
    path("", include("zona.inti.urls")),
    path("", include("zona.organisasi.urls")),
    path("", include("rencana_aksi.urls")),
    path("", include("bukti_fisik.urls")),
    path("", include("zona.kiriman.urls")),
    path("", include("zona.impor.urls")),
    path("", include("zona.orang.urls")),
    path("", include("zona.matriks.urls")),
    path("", include("zona.nilai.urls")),
    path("", include("zona.dokumen.urls")),
    path("", include("zona.surat.urls")),
    path("", include("zona.pintu.urls")),
    path("", include("zona.portalrb.urls")),
    path("", include("zona.pengesahan.urls")),
    path("", include("zona.tahapan.urls")),
    path("", include("zona.kabar.urls")),
    path("", include("zona.mulai.urls")),
    path("", include("zona.beranda.urls")),
]

handler400 = "zona.portalrb.views.galat.tak_sah"
handler500 = "zona.portalrb.views.galat.gangguan"
