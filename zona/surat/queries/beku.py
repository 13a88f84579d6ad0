"""What was kept of papers that have their number and date."""

from django.db.models import Q

from zona.dokumen.models import Cetakan
from zona.surat.models import Surat, SuratBeku, SuratBertanda


def kode_cetakan(beku: SuratBeku) -> str:
    """The name its bytes are kept under (zona/dokumen/models.py: Cetakan)."""
    return f"surat/{beku.pk}.pdf"


def beku_surat(surat: Surat) -> SuratBeku | None:
    """What is printed of a paper under the number and date it has now (one query)."""
    if surat.pk is None or surat.tanggal is None:
        return None
    milik = SuratBeku.objects.filter(surat=surat.pk, nomor=surat.nomor, tanggal=surat.tanggal)
    beku = milik.first()
    if beku:
        beku.surat = surat
    return beku


def beku_revisi(surat: Surat, revisi: int) -> SuratBeku | None:
    """What stood under number and date at a revision: the newest up to it (one query)."""
    return SuratBeku.objects.filter(surat=surat.pk, revisi__lte=revisi).first()


def beku_tercetak(surat: Surat) -> list[SuratBeku]:
    """What of the paper was printed or signed, newest first (three queries)."""
    semua = list(SuratBeku.objects.filter(surat=surat.pk).select_related("oleh"))
    kode = {kode_cetakan(b): b.pk for b in semua}
    tercetak = {kode[k] for k in Cetakan.objects.filter(kode__in=kode).values_list("kode", flat=True)}
    tanda = SuratBertanda.objects.filter(surat=surat.pk).values_list("nomor", "tahun_nomor")
    bertanda = {satu for satu in tanda if satu[0]}
    return [b for b in semua if b.pk in tercetak or (b.nomor, b.tahun_nomor) in bertanda]


def nomor_tercetak(surat: Surat, tahun: int) -> set[str]:
    """Numbers of that year that a print or a signed paper of this one bears already: they are spent."""
    if surat.pk is None:
        return set()
    bertanda = SuratBertanda.objects.filter(~Q(nomor=""), surat=surat.pk, tahun_nomor=tahun)
    cetak = {b.nomor for b in beku_tercetak(surat) if b.nomor and b.tahun_nomor == tahun}
    return cetak | set(bertanda.values_list("nomor", flat=True))
