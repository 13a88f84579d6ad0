"""A calendar as programs subscribe to it (RFC 5545). The same content gives the same bytes."""

import re
from datetime import UTC, timedelta

from icalendar import Calendar, Event, Timezone

from rencana_aksi.enums import Status
from zona.inti.waktu import tanggal_id
from zona.kabar.domain.kata import besar
from zona.kabar.queries.alamat import alamat_rencana
from zona.kabar.queries.kalender import Acara, IsiKalender

PEMBUAT = "-//Zona//Kalender Zona Integritas//ID"
SEGARKAN = timedelta(hours=6)
ZONA_BAWAAN = "Asia/Jakarta"
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def tulis_ics(isi: IsiKalender) -> bytes:
    """All-day events: an occurrence's window, its last day included. What was called off stays, CANCELLED."""
    zona = isi.satker.zona_waktu if isi.satker else ZONA_BAWAAN
    kalender = Calendar()
    kalender.add("prodid", PEMBUAT)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", _bersih(isi.nama))
    kalender.add("x-wr-timezone", zona)
    kalender.add("refresh-interval", SEGARKAN, parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", "PT6H")
    kalender.add_component(Timezone.from_tzid(zona))
    for acara in isi.acara:
        kalender.add_component(_acara(acara))
    return bytes(kalender.to_ical())


def _acara(acara: Acara) -> Event:
    rencana, p = acara.lembar.rencana, acara.pelaksanaan
    tautan = alamat_rencana(rencana, "matriks:aksi", acara.aksi.pk)
    satu = Event()
    satu.add("uid", f"pelaksanaan-{p.pk}.{rencana.satker.slug}@zona")
    satu.add("dtstamp", acara.berubah.astimezone(UTC))
    satu.add("last-modified", acara.berubah.astimezone(UTC))
    satu.add("dtstart", acara.mulai)
    satu.add("dtend", acara.jatuh_tempo + timedelta(days=1))
    satu.add("summary", _bersih(f"{acara.sebutan} {acara.aksi.uraian}"))
    satu.add("description", _bersih("\n".join([*_keterangan(acara), tautan])))
    satu.add("status", "CANCELLED" if p.status == Status.BATAL else "CONFIRMED")
    satu.add("categories", [_bersih(acara.bagian.nama)])
    satu.add("url", tautan)
    satu.add("transp", "TRANSPARENT")
    return satu


def _keterangan(acara: Acara) -> list[str]:
    """State, first date of what was postponed, who answers for it, evidence missing."""
    p = acara.pelaksanaan
    keadaan = f"Keadaan: {besar(p.keadaan)}"
    if p.realisasi:
        keadaan += f", {tanggal_id(p.realisasi)}"
    baris = [keadaan]
    if p.jatuh_tempo_semula:
        baris.append(f"Jatuh tempo semula: {tanggal_id(p.jatuh_tempo_semula)}")
    if orang := acara.lembar.penanggung(acara.bagian, acara.aksi):
        baris.append(f"Penanggung jawab: {orang.nama}")
    if acara.kurang and p.status != Status.BATAL:
        baris.append("Bukti yang belum ada:")
        baris += [f"- {teks}" for teks in acara.kurang]
    return baris


def _bersih(teks: str) -> str:
    """Without control characters, which no calendar may hold."""
    return _KENDALI.sub("", teks.replace("\r\n", "\n").replace("\r", "\n"))
