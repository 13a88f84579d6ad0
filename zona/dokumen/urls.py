"""Addresses of zona.dokumen."""

from django.urls import path

from zona.dokumen import views

app_name = "dokumen"
AWAL = "<slug:satker>/<int:tahun>/dokumen"
urlpatterns = [
    path(f"{AWAL}/", views.dokumen, name="dokumen"),
    path(f"{AWAL}/rencana-kerja.pdf", views.pdf, name="pdf"),
    path(f"{AWAL}/rencana-kerja.xlsx", views.xlsx, name="xlsx"),
]
