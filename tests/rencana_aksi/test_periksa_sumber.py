"""The plan check on the source plan: what its file marks `janggal` is what is reported."""

import pytest
import yaml

from rencana_aksi.domain.baca_naskah import baca_yaml
from rencana_aksi.domain.muat import muat_rencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.periksa import Temuan, temuan_dari
from tests.pabrik import buat_instrumen
from tests.rencana_aksi.naskah import SUMBER
from zona.organisasi.domain.muat_tim import muat_tim
from zona.organisasi.models import Satker

LEWAT_TAHUN = ["I.3.b"]
"""Every month, in the first week of the next: that of December is another year's."""
PERIKSA_JADWAL = {"tanpa-jadwal", "di-luar-tahun-rencana", "akhir-pekan-atau-hari-libur"}


@pytest.fixture
def semua(db: None) -> list[Temuan]:
    buat_instrumen()
    satker = Satker.objects.create(kode="KBNTB", nama="Kantor Bahasa")
    tim = yaml.safe_load(SUMBER.with_name("tim-2022.yaml").read_text())
    muat_tim(satker=satker, tahun=2023, anggota=tim["anggota"], oleh=None)
    muat_rencana(isi=baca_yaml(SUMBER), satker=satker, oleh=None, instrumen="")
    return temuan_dari(Rencana.objects.select_related("satker", "instrumen").get(satker=satker))


def bertanda() -> dict[str, str]:
    """Place → what `janggal` says, of every aksi that has it."""
    isi = yaml.safe_load(SUMBER.read_text())
    return {
        ".".join(filter(None, (p["kode"], str(k["nomor"] or "-"), a.get("kode")))): a["janggal"]
        for p in isi["pengungkit"]
        for k in p["rencana_kerja"]
        for a in k["aksi"]
        if "janggal" in a
    }


def tempat(semua: list[Temuan], kode: str) -> list[str]:
    return [t.tempat for t in semua if t.kode == kode]


def test_schedule_findings_fall_on_exactly_the_marked_aksi(semua: list[Temuan]) -> None:
    jatuh = [t.tempat for t in semua if t.kode in PERIKSA_JADWAL]
    assert len(bertanda()) == 13
    assert sorted(jatuh) == sorted([*bertanda(), *LEWAT_TAHUN])
    assert {t.objek for t in semua if t.kode in PERIKSA_JADWAL} == {"aksi"}


@pytest.mark.parametrize(
    ("kode", "kata"),
    [
        ("tanpa-jadwal", ("tanpa jadwal",)),
        ("di-luar-tahun-rencana", ("di luar tahun rencana",)),
        ("akhir-pekan-atau-hari-libur", ("hari Minggu", "hari Sabtu", "hari libur")),
    ],
)
def test_each_marked_aksi_has_the_reason_it_is_marked_with(semua: list[Temuan], kode: str, kata) -> None:
    lewat = set(LEWAT_TAHUN) if kode == "di-luar-tahun-rencana" else set()
    assert set(tempat(semua, kode)) == lewat | {t for t, j in bertanda().items() if any(k in j for k in kata)}


def test_the_other_findings_of_the_source(semua: list[Temuan]) -> None:
    lain = {t.kode: tempat(semua, t.kode) for t in semua if t.kode not in PERIKSA_JADWAL}
    assert len(lain.pop("aksi-tanpa-penanggung-jawab")) == 65  # the source names nobody
    assert lain == {
        "berkala-tanpa-tanggal": ["III.3.b", "III.6"],
        "bukti-beda-tanggal": ["I.1.b", "I.4", "V.1.b"],
        "syarat-tanpa-aksi": ["I.4", "IV.2", "IV.5", "IV.8", "IV.11"],
        "nip-bukan-18-angka": ["Tim III"],
    }
    (nip,) = (t for t in semua if t.kode == "nip-bukan-18-angka")
    assert (nip.hal, nip.uraian) == (
        "M. Syamsur Rijal, S.Hum.",
        "NIP-nya tercetak 19911107202203101: 17 angka; seharusnya 18.",
    )


def test_findings_tell_the_facts(semua: list[Temuan]) -> None:
    uraian = {t.tempat: t.uraian for t in semua if t.kode in PERIKSA_JADWAL}
    assert uraian["VI.2"] == "28 Januari 2023 hari Sabtu; 7 April 2023 libur nasional Wafat Yesus Kristus."
    assert uraian["VI.4"] == "April 2022; Juli 2022; November 2022; Januari 2024: di luar tahun rencana 2023."
    assert uraian["IV.-"] == "1–27 Januari 2022: di luar tahun rencana 2023."
    assert uraian["I.3.b"] == "1–7 Januari 2024: di luar tahun rencana 2023."


def test_findings_are_known_apart(semua: list[Temuan]) -> None:
    assert len({t.kunci for t in semua}) == len(semua) == 24 + len(LEWAT_TAHUN) + 65
