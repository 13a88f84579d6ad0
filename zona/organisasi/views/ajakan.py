"""Invitations to oneself, by NIP: nothing of them begins without one's own yes."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.organisasi.domain import ajakan as domain
from zona.organisasi.queries.ajakan import ajakan_untuk

JAWABAN = {
    "terima": (domain.terima_ajakan, "Ajakan diterima."),
    "tolak": (domain.tolak_ajakan, "Ajakan tidak diterima. Kantor itu tidak diberi tahu."),
}


@never_cache
@require_safe
def ajakan(request: Permintaan) -> HttpResponse:
    return render(request, "organisasi/ajakan.html", {"ajakan": ajakan_untuk(request.user)})


@require_POST
def jawab_ajakan(request: Permintaan, pk: int) -> HttpResponse:
    """404 for one that is not this person's, or waits no more."""
    satu = next((a for a in ajakan_untuk(request.user) if a.pk == pk), None)
    jawaban = JAWABAN.get(request.POST.get("jawaban", ""))
    if satu is None or jawaban is None:
        raise Http404
    kerja, kata = jawaban
    try:
        kerja(ajakan=satu, oleh=request.user)
        messages.success(request, kata)
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("organisasi:ajakan")
