"""A file on its way, in pieces, that outlives a broken line (docs/adr/0016). The verbs and headers of tus 1.0.0:

    POST    the page's own `mulai` address        nama, ukuran, the form's fields → 201, Location; 422 and a sentence
    HEAD    Location                              → 200, Upload-Offset: how much has arrived
    PATCH   Location, Upload-Offset: n, bytes     → 204, Upload-Offset; 409 where n is not what has arrived
    DELETE  Location                              → 204
    POST    the page's own `selesai` address      unggahan=<kode> → what the page answers to a plain form

Location is of this room (`bukti_fisik:potongan`, views/unggahan.py) and serves whoever uploads; begin and end belong
to who wants the file and asks its own rights. For evidence they are `bukti_fisik:mulai` and `:selesai`. Another room
brings two views:

    mulai    return mulai_dari(request, mulai_unggahan, rencana=…, untuk="kiriman", batas_mb=…, isian={…}, oleh=…)
             (`mulai_dari` is in bukti_fisik/views/unggahan.py)
    selesai  unggahan = unggahan_sendiri(user, satker, tahun, request.POST["unggahan"], untuk="kiriman")
             hasil = selesaikan_unggahan(unggahan=unggahan, kerja=…)

`kerja(isi)` is given the whole file, open and locked, and may move it away (`Path(isi.name)`, on the disk of
ZONA_DATA); its answer, a dict of JSON, is `hasil`, also when asked again. A form sends itself so by its attributes, see
static/js/unggah.js.

An unfinished upload is no write to the office: nothing of it is in the audit trail until `kerja` writes there.
"""

from bukti_fisik.domain.unggahan.kerja import (
    UMUR,
    SalahTempat,
    batalkan_unggahan,
    bersihkan_unggahan,
    mulai_unggahan,
    sejauh_mana,
    selesaikan_unggahan,
    terima_potongan,
)

__all__ = [
    "UMUR",
    "SalahTempat",
    "batalkan_unggahan",
    "bersihkan_unggahan",
    "mulai_unggahan",
    "sejauh_mana",
    "selesaikan_unggahan",
    "terima_potongan",
]
