"""Addresses of zona.matriks."""

from django.urls import path

from zona.matriks.views.aksi import aksi
from zona.matriks.views.jadwal import jadwal
from zona.matriks.views.matriks import matriks
from zona.matriks.views.status import status

app_name = "matriks"
urlpatterns = [
    path("<slug:satker>/<int:tahun>/rencana/", matriks, name="matriks"),
    path("<slug:satker>/<int:tahun>/rencana/jadwal/", jadwal, name="jadwal"),
    path("<slug:satker>/<int:tahun>/rencana/aksi/<int:pk>/", aksi, name="aksi"),
    path("<slug:satker>/<int:tahun>/rencana/pelaksanaan/<int:pk>/status/", status, name="status"),
]
