"""Freezing a plan that becomes ditetapkan."""

from rencana_aksi.beku import ke_json, sidik
from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.isi import isi_rencana
from rencana_aksi.sinyal import rencana_ditetapkan
from zona.organisasi.models import Pengguna


def bekukan(*, rencana: Rencana, oleh: Pengguna | None) -> VersiRencana:
    """Keep the plan as it stands as its version of that number: a step of what makes it ditetapkan, inside its
    transaction. Rooms above are told (sinyal.py). Raises IntegrityError where that version is kept already."""
    isi = ke_json(isi_rencana(rencana))
    assert rencana.tanggal_sk is not None  # noqa: S101  (constraint rencana_ditetapkan_ber_sk)
    versi = VersiRencana.objects.create(
        rencana=rencana,
        versi=rencana.versi,
        nomor_sk=rencana.nomor_sk,
        tanggal_sk=rencana.tanggal_sk,
        isi=isi,
        sha256=sidik(isi),
        ditetapkan_oleh=oleh,
    )
    rencana_ditetapkan.send(sender=VersiRencana, versi=versi)
    return versi
