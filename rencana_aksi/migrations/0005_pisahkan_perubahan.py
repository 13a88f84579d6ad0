"""A perubahan under way becomes a draft of its own; the plan's rows are again what its newest frozen version says.

Until now both were one set of rows. Its rows as they stand become the draft; those in force get back words, order and
schedule of the version's JSON and keep their ids, with all progress and evidence. A row that the perubahan had removed
comes back under its id; one that it had added is the draft's alone, unless something hangs on it: then it stays in
force too.
"""

from collections import Counter, defaultdict

from django.db import migrations
from django.db.models import F, Q

from rencana_aksi.domain.jadwal import Kejadian, baca_jadwal
from rencana_aksi.domain.jadwal_teks import Tercatat, bandingkan

BARIS = {
    "Pengungkit": "rencana",
    "ProgramPrioritas": "pengungkit__rencana",
    "RencanaKerja": "pengungkit__rencana",
    "RencanaAksi": "rencana_kerja__pengungkit__rencana",
    "SyaratBukti": "rencana_kerja__pengungkit__rencana",
}
INDUK = {"pengungkit": "Pengungkit", "rencana_kerja": "RencanaKerja", "aksi": "RencanaAksi"}
OBJEK = {"rencana_kerja": "RencanaKerja", "aksi": "RencanaAksi", "syarat": "SyaratBukti"}
MENEPI = 10_000
LUWES = ("berkala", "tanpa")
ABJAD = "abcdefghijklmnopqrstuvwxyz"


def pisahkan(apps, schema_editor):
    model = {
        n: apps.get_model("rencana_aksi", n)
        for n in (*BARIS, "Rencana", "VersiRencana", "Pelaksanaan", "TemuanDiterima")
    }
    terbuka = Q(status="perubahan") | Q(status="diajukan", versi__gt=1)
    for rencana in model["Rencana"].objects.filter(terbuka, perubahan_dari=None).order_by("pk"):
        beku = model["VersiRencana"].objects.filter(rencana=rencana).order_by("-versi").first()
        if beku is None:  # nothing was ever frozen: a first plan
            rencana.status, rencana.versi = {"perubahan": "draf"}.get(rencana.status, rencana.status), 1
            rencana.save(update_fields=["status", "versi"])
        else:
            Pemisah(model, schema_editor.connection, rencana, beku).pisahkan()


class Pemisah:
    def __init__(self, model, koneksi, rencana, beku):
        self.m, self.koneksi, self.rencana, self.beku = model, koneksi, rencana, beku
        self.jadi = {n: {} for n in BARIS}
        self.dirujuk = {n: self._dirujuk(n) for n in ("RencanaKerja", "RencanaAksi", "SyaratBukti", "Pelaksanaan")}

    def pisahkan(self):
        r = self.rencana
        self.draf = self.m["Rencana"].objects.create(
            satker_id=r.satker_id, tahun=r.tahun, instrumen_id=r.instrumen_id, tempat=r.tempat, status=r.status,
            versi=max(r.versi, self.beku.versi + 1), perubahan_dari=r,
        )  # fmt: skip
        self._salin()
        self._menepi()
        ada = self._pulihkan()
        self._singkirkan(ada)
        r.status, r.versi = "ditetapkan", self.beku.versi
        r.nomor_sk, r.tanggal_sk = self.beku.nomor_sk, self.beku.tanggal_sk
        r.save(update_fields=["status", "versi", "nomor_sk", "tanggal_sk"])
        self._dasar()

    def _milik(self, nama, rencana):
        return self.m[nama].objects.filter(**{BARIS[nama]: rencana})

    # --- the draft: rows as they stand ----------------------------------------------------------------------

    def _salin(self):
        for nama in BARIS:
            for lama in list(self._milik(nama, self.rencana).order_by("pk")):
                isi = {f.attname: getattr(lama, f.attname) for f in lama._meta.concrete_fields}
                for buang in ("id", "asal_id", "revisi"):
                    isi.pop(buang, None)
                for kolom, induk in INDUK.items():
                    if isi.get(f"{kolom}_id"):
                        isi[f"{kolom}_id"] = self.jadi[induk][isi[f"{kolom}_id"]]
                if nama == "Pengungkit":
                    isi["rencana_id"] = self.draf.pk
                self.jadi[nama][lama.pk] = self.m[nama].objects.create(asal_id=lama.pk, **isi).pk
        milik = {"aksi__rencana_kerja__pengungkit__rencana": self.rencana}
        for p in self.m["Pelaksanaan"].objects.filter(**milik).order_by("pk"):
            mulai, tempo = p.mulai, p.jatuh_tempo
            if p.jatuh_tempo_semula and mulai:
                mulai, tempo = min(mulai, p.jatuh_tempo_semula), p.jatuh_tempo_semula
            self.m["Pelaksanaan"].objects.create(
                aksi_id=self.jadi["RencanaAksi"][p.aksi_id], urutan=p.urutan, mulai=mulai, jatuh_tempo=tempo
            )

    # --- in force: what the version says --------------------------------------------------------------------

    def _menepi(self):
        for nama in ("ProgramPrioritas", "RencanaKerja", "RencanaAksi", "SyaratBukti"):
            lain = {"RencanaKerja": {"nomor": None}, "RencanaAksi": {"huruf": ""}}.get(nama, {})
            pk = list(self._milik(nama, self.rencana).values_list("pk", flat=True))
            self.m[nama].objects.filter(pk__in=pk).update(urutan=F("urutan") + MENEPI, **lain)

    def _pulihkan(self):
        ada = {n: set() for n in BARIS}
        for p in self.beku.isi["pengungkit"]:
            pengungkit = self._milik("Pengungkit", self.rencana).get(kode=p["kode"])
            for i, g in enumerate(p["program"], 1):
                self._tulis("ProgramPrioritas", g["id"], ada, pengungkit=pengungkit, uraian=g["uraian"], urutan=i)
            for i, k in enumerate(p["kerja"], 1):
                isi = {"pengungkit": pengungkit, "uraian": k["uraian"], "nomor": k["nomor"], "urutan": i}
                kerja = self._tulis("RencanaKerja", k["id"], ada, **isi)
                for j, a in enumerate(k["aksi"], 1):
                    self._aksi(kerja, a, j, ada)
                for j, s in enumerate(k["syarat"], 1):
                    isi = {"rencana_kerja": kerja, "aksi_id": s["aksi"], "teks": s["teks"], "jenis": s["jenis"]}
                    isi |= {"tiap_pelaksanaan": s["tiap_pelaksanaan"], "urutan": j}
                    self._tulis("SyaratBukti", s["id"], ada, **isi)
        return ada

    def _tulis(self, nama, pk, ada, **isi):
        """The row of that id, made anew where the perubahan had removed it."""
        ada[nama].add(pk)
        if not self._milik(nama, self.rencana).filter(pk=pk).update(**isi):
            self.m[nama].objects.create(pk=pk, **isi)
        return self.m[nama].objects.get(pk=pk)

    def _aksi(self, kerja, a, urutan, ada):
        lama = self.m["RencanaAksi"].objects.filter(pk=a["id"]).first()
        dulu = (lama.jadwal_teks, lama.jadwal_jenis, lama.jadwal_makna) if lama else None
        jadwal = (a["jadwal"], a["jenis_jadwal"], a["makna"])
        isi = dict(zip(("jadwal_teks", "jadwal_jenis", "jadwal_makna"), jadwal, strict=True))
        isi |= {"rencana_kerja": kerja, "huruf": a["huruf"], "uraian": a["uraian"], "urutan": urutan}
        aksi = self._tulis("RencanaAksi", a["id"], ada, **isi)
        if dulu != jadwal:
            self._pelaksanaan(aksi, luwes=bool(dulu) and dulu[1] in LUWES and a["jenis_jadwal"] in LUWES)

    def _pelaksanaan(self, aksi, luwes):
        """The occurrences of its schedule; what was worked on or proven stays."""
        if luwes:
            return
        semua = list(self.m["Pelaksanaan"].objects.filter(aksi=aksi))
        tercatat = [
            Tercatat(p.pk, Kejadian(p.mulai, p.jatuh_tempo), self._dijaga(p), p.jatuh_tempo_semula) for p in semua
        ]
        hasil = bandingkan(tercatat, baca_jadwal(aksi.jadwal_makna).kejadian)
        self.m["Pelaksanaan"].objects.filter(pk__in=[t.kunci for t in hasil.hapus]).delete()
        self.m["Pelaksanaan"].objects.filter(aksi=aksi).update(urutan=F("urutan") + MENEPI)
        for k in hasil.tambah:
            nomor = MENEPI * 2 + hasil.tambah.index(k)
            self.m["Pelaksanaan"].objects.create(aksi=aksi, urutan=nomor, mulai=k.mulai, jatuh_tempo=k.jatuh_tempo)
        urut = sorted(
            self.m["Pelaksanaan"].objects.filter(aksi=aksi),
            key=lambda p: (p.jatuh_tempo is None, p.jatuh_tempo or 0, p.mulai or 0, p.urutan),
        )
        for i, p in enumerate(urut, 1):
            self.m["Pelaksanaan"].objects.filter(pk=p.pk).update(urutan=i)

    # --- what the perubahan had added -----------------------------------------------------------------------

    def _singkirkan(self, ada):
        tahan = self._tertahan(ada)
        for nama in ("SyaratBukti", "RencanaAksi", "RencanaKerja", "ProgramPrioritas"):
            baru = [pk for pk in self.jadi[nama] if pk not in ada[nama]]
            buang = [pk for pk in baru if pk not in tahan[nama]]
            for objek, milik in OBJEK.items():
                if milik == nama:
                    for pk in buang:
                        terima = self.m["TemuanDiterima"].objects.filter(rencana=self.rencana, objek=objek, objek_id=pk)
                        terima.update(objek_id=self.jadi[nama][pk])
            self.m[nama].objects.filter(pk__in=buang).delete()
        self._urutkan_sisa(tahan)

    def _tertahan(self, ada):
        """Rows the perubahan had added that something hangs on, and what they stand under."""
        tahan = {n: set() for n in BARIS}
        for s in self._milik("SyaratBukti", self.rencana).exclude(pk__in=ada["SyaratBukti"]):
            if s.pk in self.dirujuk["SyaratBukti"]:
                tahan["SyaratBukti"].add(s.pk)
                tahan["RencanaAksi"] |= {s.aksi_id} if s.aksi_id else set()
                tahan["RencanaKerja"].add(s.rencana_kerja_id)
        dikerjakan = {
            p.aksi_id
            for p in self.m["Pelaksanaan"].objects.filter(aksi__rencana_kerja__pengungkit__rencana=self.rencana)
            if self._dijaga(p)
        }
        for a in self._milik("RencanaAksi", self.rencana).exclude(pk__in=ada["RencanaAksi"]):
            if a.pk in self.dirujuk["RencanaAksi"] or a.pk in dikerjakan or a.pk in tahan["RencanaAksi"]:
                tahan["RencanaAksi"].add(a.pk)
                tahan["RencanaKerja"].add(a.rencana_kerja_id)
        tahan["RencanaKerja"] |= self.dirujuk["RencanaKerja"]
        return tahan

    def _urutkan_sisa(self, tahan):
        """What stays though the version has it not stands at the end, numbered or lettered on."""
        for nama, induk in (
            ("RencanaKerja", "pengungkit_id"),
            ("RencanaAksi", "rencana_kerja_id"),
            ("SyaratBukti", "rencana_kerja_id"),
        ):
            semua = list(self._milik(nama, self.rencana).order_by("urutan", "pk"))
            banyak, urutan = Counter(getattr(b, induk) for b in semua), defaultdict(int)
            for b in semua:
                urutan[getattr(b, induk)] += 1
                if b.urutan < MENEPI:
                    continue
                ke, isi = urutan[getattr(b, induk)], {}
                if nama == "RencanaKerja":
                    isi["nomor"] = ke
                elif nama == "RencanaAksi" and banyak[b.rencana_kerja_id] > 1 and ke <= len(ABJAD):
                    isi["huruf"] = ABJAD[ke - 1]
                self.m[nama].objects.filter(pk=b.pk).update(urutan=ke, **isi)

    def _dijaga(self, p):
        dicatat = p.status != "belum" or p.jatuh_tempo_semula or p.alasan or p.catatan
        return bool(dicatat) or p.pk in self.dirujuk["Pelaksanaan"]

    def _dirujuk(self, nama):
        """Ids that rows of other rooms, or obstacles, refer to."""
        tabel = self.m[nama]._meta.db_table
        sendiri = {self.m[n]._meta.db_table for n in (*BARIS, "Pelaksanaan")}
        hasil = set()
        with self.koneksi.cursor() as kursor:
            for lain in self.koneksi.introspection.table_names(kursor):
                if lain in sendiri:
                    continue
                for kolom, (_, ke, *_sisa) in self.koneksi.introspection.get_relations(kursor, lain).items():
                    if ke == tabel:
                        q = self.koneksi.ops.quote_name
                        kursor.execute(f"SELECT DISTINCT {q(kolom)} FROM {q(lain)} WHERE {q(kolom)} IS NOT NULL")  # noqa: S608  (names of the database itself)
                        hasil |= {pk for (pk,) in kursor.fetchall()}
        return hasil

    def _dasar(self):
        dasar = {n.lower(): list(self._milik(n, self.rencana).values_list("pk", flat=True)) for n in BARIS}
        aksi = self._milik("RencanaAksi", self.rencana)
        dasar["penanggung_jawab"] = {str(pk): orang for pk, orang in aksi.values_list("pk", "penanggung_jawab")}
        luwes = self.m["Pelaksanaan"].objects.filter(
            aksi__in=aksi.filter(jadwal_jenis__in=LUWES), jatuh_tempo__isnull=False
        )
        dasar["disepakati"] = {str(pk): hari.isoformat() for pk, hari in luwes.values_list("pk", "jatuh_tempo")}
        self.draf.dasar = dasar
        self.draf.save(update_fields=["dasar"])


def kembali(apps, schema_editor):
    if apps.get_model("rencana_aksi", "Rencana").objects.filter(perubahan_dari__isnull=False).exists():
        raise RuntimeError("Masih ada perubahan rencana yang terbuka; tetapkan atau batalkan dahulu.")


class Migration(migrations.Migration):
    dependencies = [("rencana_aksi", "0004_draf_perubahan")]
    operations = [migrations.RunPython(pisahkan, kembali)]
