"""The laws of the house. Each test names every place that breaks its law."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import resolve, reverse

from tests.bantuan import semua_alamat
from tests.hukum import (
    AKAR,
    RUANG,
    Fungsi,
    bagian_diminta,
    berjejak,
    berkas,
    fungsi_domain,
    langkah,
    modul,
    nama,
    rujukan_templat,
    teks_py,
    unsur,
)

TEMPLAT = berkas("*.html", di=("templates",))
STATIS = berkas("*", di=("static",))


def baris(p: Path) -> int:
    return len(p.read_text().splitlines())


# --- code ---------------------------------------------------------------------------------------------


def test_import_contracts_hold() -> None:
    periksa = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    hasil = subprocess.run(periksa, cwd=AKAR, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stdout


def test_files_are_at_most_300_lines() -> None:
    milik = [*berkas("*.py"), *TEMPLAT, *berkas("*.js", "*.css", di=("static",)), *berkas("*.py", di=("bin",))]
    assert {nama(p): baris(p) for p in milik if baris(p) > 300} == {}


def test_views_are_at_most_25_lines() -> None:
    panjang = {}
    for p in berkas("*.py"):
        if "views" in modul(p).split("."):
            for simpul in ast.parse(p.read_text()).body:
                if isinstance(simpul, ast.FunctionDef) and (n := simpul.end_lineno - simpul.lineno + 1) > 25:  # type: ignore[operator]  # parsed from text
                    panjang[f"{modul(p)}.{simpul.name}"] = n
    assert panjang == {}


def test_modules_and_packages_say_what_they_are() -> None:
    """apps.py and the packages Django wants around commands carry nothing to say."""
    diam = re.compile(r"(^|\.)(apps|management|management\.commands|templatetags)$")
    tanpa = [modul(p) for p in berkas("*.py") if ast.get_docstring(ast.parse(p.read_text())) is None]
    assert [m for m in tanpa if not diam.search(m)] == []


def test_silenced_rules_carry_a_reason() -> None:
    """`# noqa: X` and `# type: ignore[x]` are followed by why."""
    kode = r"(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w-]+(?:,\s*[\w-]+)*\])?)"
    bisu = re.compile(rf"#\s*{kode}\s*$")
    tanpa = [
        f"{nama(p)}:{n}"
        for p in berkas("*.py")
        for n, isi in enumerate(p.read_text().splitlines(), 1)
        if bisu.search(isi)
    ]
    assert tanpa == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


# --- the verbs ----------------------------------------------------------------------------------------

DIKECUALIKAN = {
    "zona.organisasi.domain.jejak.catat": "is what writes the row",
    "zona.inti.domain.tulis_jejak": "is what writes the row",
    "zona.beranda.domain.contoh.foto.buat_foto": "draws a picture into memory",
    "zona.impor.domain.buang.lepas_impor": "a step of throwing a draft away, which writes the row",
    "zona.naskah.domain.naskah.bekukan_templat": "a step of making a plan ditetapkan, which writes the row",
    "zona.dokumen.domain.kertas_beku.bekukan_kertas": "a step of making a plan ditetapkan, which writes the row",
    "zona.kabar.domain.rencana.kabari_langkah": "a step of each in the life of a plan, which write the row",
    "zona.kabar.domain.pos.surati": "a step of what the letter tells of, which writes the row",
    "zona.kabar.domain.orang.kabari_orang": "a step of what is done about people's roles, which writes the row",
    "zona.kabar.domain.orang.surati_pemilik": "a step of an invitation, which writes the row",
    "zona.pintu.domain.pintu.catat_kunjungan": "is itself the record of who came in",
    **{
        f"bukti_fisik.domain.unggahan.kerja.{kata}": "an unfinished upload is no write to the office"
        for kata in (
            "mulai_unggahan",
            "sejauh_mana",
            "terima_potongan",
            "selesaikan_unggahan",
            "batalkan_unggahan",
            "bersihkan_unggahan",
        )
    },
}
TANPA_OLEH = {
    "zona.beranda.domain.contoh.muat.muat_contoh": "each write in it is by the person of the roster it plays",
}


def kata_kerja() -> list[Fungsi]:
    """Public domain functions that write."""
    fungsi = fungsi_domain()
    lepas = set(DIKECUALIKAN) | langkah(fungsi)
    return [f for f in fungsi.values() if f.umum and (f.atomik or f.menulis) and f.nama not in lepas]


def test_every_verb_leaves_an_audit_row() -> None:
    jejak = berjejak(fungsi_domain())
    assert [f.nama for f in kata_kerja() if f.nama not in jejak] == []
    assert len(kata_kerja()) > 20  # the law sees the verbs at all


def test_every_verb_is_atomic_and_told_by_whom() -> None:
    assert [f.nama for f in kata_kerja() if not f.atomik] == []
    assert [f.nama for f in kata_kerja() if "oleh" not in f.argumen and f.nama not in TANPA_OLEH] == []
    assert [f.nama for f in kata_kerja() if f.argumen_berurutan] == []


def test_exceptions_are_still_needed() -> None:
    fungsi = fungsi_domain()
    assert [n for n in (*DIKECUALIKAN, *TANPA_OLEH) if n not in fungsi] == []


# --- templates ----------------------------------------------------------------------------------------

OLEH_DJANGO = {"400.html", "403.html", "404.html", "500.html"}


def test_templates_are_used_and_exist() -> None:
    ada = {nama(p).removeprefix("templates/") for p in TEMPLAT}
    dipakai = {templat.partition("#")[0] for _, templat in rujukan_templat()}
    assert ada - dipakai - OLEH_DJANGO == set()
    assert dipakai - ada == set()


def test_parts_asked_for_are_defined() -> None:
    """A missing part is an error only htmx meets."""
    isi = {nama(p).removeprefix("templates/"): p.read_text() for p in TEMPLAT}
    diminta = [(p, t, b) for p, t, b in bagian_diminta()]
    diminta += [(p, *t.split("#")) for p, t in rujukan_templat() if "#" in t]
    hilang = [d for d in diminta if not re.search(rf"{{% partialdef {d[2]}\b", isi[d[1]])]
    assert hilang == []


def test_templates_hold_no_code_of_the_browser() -> None:
    salah = []
    for u in (u for p in TEMPLAT for u in unsur(p)):
        if u.nama == "style" or (u.nama == "script" and "src" not in u.atribut):
            salah.append(str(u))
        if "style" in u.atribut or any(re.match(r"on[a-z]+$|hx-on", a) for a in u.atribut):
            salah.append(str(u))
        if any(v.strip().lower().startswith("javascript:") for v in u.atribut.values()):
            salah.append(str(u))
    assert salah == []


def test_templates_trust_no_text() -> None:
    longgar = re.compile(r"\|\s*safe\b|autoescape off|\|\s*safeseq\b")
    assert [nama(p) for p in TEMPLAT if longgar.search(p.read_text())] == []


MINTA = ("hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete")


def test_htmx_stands_beside_what_works_without_it() -> None:
    """An a has its href, a form its action (and method), a button its formaction. Any other element may only redraw
    itself when something of ours happened: without JavaScript the page was loaded anew."""
    salah = []
    for u in (u for p in TEMPLAT for u in unsur(p) if set(MINTA) & set(u.atribut)):
        tanpa = {"a": "href", "form": "action", "button": "formaction"}.get(u.nama)
        if tanpa is None:
            boleh = "from:" in u.atribut.get("hx-trigger", "") and u.atribut.get("hx-target") == "this"
        elif u.nama == "form":
            cara = "post" if "hx-post" in u.atribut else "get"
            boleh = bool(u.atribut.get("action")) and u.atribut.get("method", "get").lower() == cara
        else:
            boleh = bool(u.atribut.get(tanpa))
        if not boleh:
            salah.append(str(u))
    assert salah == []


def test_htmx_names_its_target() -> None:
    """Nothing is inherited: who asks says what is replaced, and how."""
    minta = [u for p in TEMPLAT for u in unsur(p) if set(MINTA) & set(u.atribut)]
    assert [str(u) for u in minta if not {"hx-target", "hx-swap"} <= set(u.atribut)] == []


def test_static_files_exist_and_are_used() -> None:
    """The manifest of production fails on a name that is not there."""
    ada = {nama(p).removeprefix("static/") for p in STATIS}
    disebut = {m[1] for p in TEMPLAT for m in re.finditer(r"\{% static [\"']([^\"']+)[\"']", p.read_text())}
    assert disebut - ada == set()
    di_kode = {teks for _, teks in teks_py()}
    di_gaya = "\n".join(p.read_text() for p in STATIS if p.suffix in (".css", ".js"))
    bebas = {a for a in ada - disebut if not {a, Path(a).name} & di_kode and Path(a).name not in di_gaya}
    assert bebas == set()


# --- addresses ----------------------------------------------------------------------------------------

ALAMAT = semua_alamat()
ASING = re.compile(
    r"\b(login|logout|signin|edit|delete|create|update|new|view|list|add|remove|upload|download|search|files?|report|users?"
    r"|plan|action|evidence|team|score|audit|dashboard|home|password|settings)\b"
)


@pytest.mark.parametrize("alamat", ALAMAT, ids=str)
def test_address_has_a_name_that_reverses(alamat) -> None:
    contoh = {"satker": "uji", "tahun": 2023, "pk": 1, "kode": "I", "bulan": 1, "triwulan": 1, "nomor": 1}
    tujuan = reverse(alamat.nama, kwargs={k: contoh.get(k, "x") for k in alamat.isian})
    assert resolve(tujuan).func is alamat.tampilan


def test_address_names_are_unique() -> None:
    nama_alamat = [a.nama for a in ALAMAT]
    assert sorted(nama_alamat) == sorted(set(nama_alamat))


def test_addresses_are_indonesian_and_end_in_a_slash() -> None:
    """A file ends in its extension instead."""
    bentuk = re.compile(r"(?:(?:[a-z0-9-]+|<\w+:\w+>)/)*(?:(?:[a-z0-9-]+|<\w+:\w+>)\.(?:pdf|xlsx|zip|ics))?")
    tetap = {a.pola for a in ALAMAT if a.pola.startswith("portalrb/")}  # as the national system fixes them
    assert [a.pola for a in ALAMAT if not bentuk.fullmatch(a.pola) and a.pola not in tetap] == []
    assert [a.pola for a in ALAMAT if ASING.search(a.pola)] == []


def test_addresses_named_in_templates_and_code_exist() -> None:
    """`{% url … as x %}` would be silent about a wrong name."""
    ada = {a.nama for a in ALAMAT}
    disebut = {(nama(p), m[1]) for p in TEMPLAT for m in re.finditer(r"\{% url [\"']([\w:]+)[\"']", p.read_text())}
    ruang = {n.partition(":")[0] for n in ada}
    disebut |= {(p, t) for p, t in teks_py() if re.fullmatch(rf"(?:{'|'.join(ruang)}):\w+", t)}
    assert sorted(d for d in disebut if d[1] not in ada) == []


# --- the laws themselves ------------------------------------------------------------------------------


def test_laws_see_the_house() -> None:
    """A law over an empty list would always hold."""
    assert {nama(p).partition("/")[0] for p in berkas("*.py")} == set(RUANG)
    assert len(TEMPLAT) > 10
    assert sum(1 for p in TEMPLAT for u in unsur(p) if u.nama == "form" and u.atribut.get("action")) > 5
    assert len(list(bagian_diminta())) > 3
