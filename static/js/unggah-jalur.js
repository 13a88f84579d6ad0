// One file over a line that may break: begun, sent in pieces, resumed where it stopped, finished. The protocol is told in
// bukti_fisik/domain/unggahan/__init__.py.
"use strict";
(function () {
  const zona = (window.zonaUnggah = window.zonaUnggah || {});
  const AWALAN = "zona-unggah:";
  const UMUR = 7 * 24 * 3600 * 1000;
  const POTONG = { kini: 512 * 1024, kecil: 128 * 1024, besar: 4 * 1024 * 1024 }; // bytes of a piece; grows with the line
  const MACET = 45_000; // milliseconds without a byte: the line is broken
  const MACET_PERIKSA = 180_000; // the server opens the file and keeps it
  const PELADEN_COBA = 6;
  const SEBAB = {
    403: "Anda tidak berhak mengunggah di sini, atau halaman ini sudah kedaluwarsa. Muat ulang halaman.",
    404: "Tempat berkas ini sudah tidak ada. Muat ulang halaman.",
    413: "Berkas terlalu besar.",
  };

  zona.Batal = class extends Error {}; // the person gave it up
  zona.Tolak = class extends Error {}; // a sentence for the person; trying again by itself is no use
  zona.Pindah = class extends Error {}; // the server wants another page: signed out
  class Putus extends Error {} // no answer
  class Sibuk extends Error {} // an answer of a server in trouble

  // --- what is remembered over a reload -------------------------------------------------------------
  zona.kunci = (form, berkas) =>
    [AWALAN + form.dataset.mulai, form.dataset.unggah || "", berkas.name, berkas.size, berkas.lastModified].join("|");

  const ingatan = {
    baca(kunci) {
      try { return JSON.parse(localStorage.getItem(kunci)); } catch { return null; }
    },
    tulis(kunci, isi) {
      try { localStorage.setItem(kunci, JSON.stringify({ ...isi, pada: Date.now() })); } catch { /* no room: no resuming after a reload */ }
    },
    hapus(kunci) {
      try { localStorage.removeItem(kunci); } catch { /* nothing was kept either */ }
    },
    milik(form) {
      const awalan = [AWALAN + form.dataset.mulai, form.dataset.unggah || "", ""].join("|");
      try {
        const semua = Object.keys(localStorage).filter((k) => k.startsWith(AWALAN));
        semua.filter((k) => !(Date.now() - ingatan.baca(k)?.pada < UMUR)).forEach((k) => ingatan.hapus(k));
        return semua.filter((k) => k.startsWith(awalan) && ingatan.baca(k));
      } catch { return []; }
    },
  };
  zona.lupakan = ingatan.hapus;

  // FNV-1a of both ends: a picture made smaller anew must be the same bytes to be gone on with.
  async function sidik(isi) {
    const ujung = 256 * 1024;
    let h = 0x811c9dc5;
    for (const bagian of [isi.slice(0, ujung), isi.slice(-ujung)]) {
      for (const b of new Uint8Array(await bagian.arrayBuffer())) h = Math.imul(h ^ b, 0x01000193) >>> 0;
    }
    return h + "-" + isi.size;
  }

  // --- one request ------------------------------------------------------------------------------------
  const tanda = (form) => form.querySelector("[name=csrfmiddlewaretoken]").value;

  function minta(t, cara, alamat, { kepala = {}, isi = null, maju = null, sabar = MACET } = {}) {
    return new Promise((jadi, gagal) => {
      if (t.sinyal.aborted) return gagal(new zona.Batal());
      const xhr = new XMLHttpRequest();
      let jam = 0;
      const putar = () => { clearTimeout(jam); jam = setTimeout(() => xhr.abort(), sabar); };
      const batal = () => xhr.abort();
      xhr.open(cara, alamat);
      Object.entries({ "HX-Request": "true", "X-CSRFToken": tanda(t.form), ...kepala }).forEach(([k, v]) => xhr.setRequestHeader(k, v));
      xhr.upload.addEventListener("progress", (k) => { putar(); if (maju) maju(k.loaded); });
      xhr.addEventListener("loadend", () => {
        clearTimeout(jam);
        t.sinyal.removeEventListener("abort", batal);
        if (t.sinyal.aborted) gagal(new zona.Batal());
        else if (!xhr.status) gagal(new Putus());
        else if (xhr.getResponseHeader("HX-Redirect")) gagal(new zona.Pindah(xhr.getResponseHeader("HX-Redirect")));
        else jadi(xhr);
      });
      t.sinyal.addEventListener("abort", batal);
      putar();
      xhr.send(isi);
    });
  }

  function selainnya(xhr) {
    if (xhr.status === 507) return new zona.Tolak(xhr.responseText);
    if (xhr.status >= 500 || xhr.status === 408 || xhr.status === 429) return new Sibuk();
    return new zona.Tolak(SEBAB[xhr.status] || "Terjadi kesalahan di peladen; berkas belum tersimpan.");
  }

  // --- the steps --------------------------------------------------------------------------------------
  // How far the remembered upload is; null where it is gone or was of other bytes.
  async function lanjutkan(t) {
    const lama = ingatan.baca(t.kunci);
    if (!lama || lama.sidik !== t.sidik) return null;
    const xhr = await minta(t, "HEAD", lama.alamat);
    if (xhr.status === 200 && Number(xhr.getResponseHeader("Upload-Length")) === t.isi.size) {
      t.alamat = lama.alamat;
      return Number(xhr.getResponseHeader("Upload-Offset"));
    }
    if (xhr.status !== 200 && xhr.status !== 404) throw selainnya(xhr);
    return null;
  }

  async function mulai(t) {
    const isian = new FormData();
    for (const [nama, nilai] of t.isian) isian.append(nama, nilai);
    isian.set("nama", t.nama);
    isian.set("ukuran", String(t.isi.size));
    // Not broken off by who gives up: what the server has begun must be known to be taken back.
    const xhr = await minta({ form: t.form, sinyal: new AbortController().signal }, "POST", t.form.dataset.mulai, { isi: isian });
    if (xhr.status === 422) throw new zona.Tolak(xhr.responseText);
    if (xhr.status !== 201) throw selainnya(xhr);
    t.alamat = xhr.getResponseHeader("Location");
    ingatan.tulis(t.kunci, { alamat: t.alamat, nama: t.nama, ukuran: t.isi.size, sidik: t.sidik });
    return 0;
  }

  async function kirimSisa(t, dari) {
    t.maju(dari);
    for (let salah = 0; dari < t.isi.size; ) {
      const saat = performance.now();
      const kepala = { "Upload-Offset": String(dari), "Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream" };
      const awal = dari;
      const isi = t.isi.slice(dari, dari + POTONG.kini);
      const xhr = await minta(t, "PATCH", t.alamat, { kepala, isi, maju: (n) => t.maju(awal + n) });
      if (xhr.status === 409 && (salah += 1) > 5) throw new Sibuk();
      if (xhr.status === 404) { ingatan.hapus(t.kunci); throw new Sibuk(); } // thrown away meanwhile: begin anew
      if (xhr.status !== 204 && xhr.status !== 409) throw selainnya(xhr);
      dari = Number(xhr.getResponseHeader("Upload-Offset"));
      t.maju(dari);
      if (xhr.status === 204) {
        salah = 0;
        t.gagal = 0; // the line is well again
        const lama = performance.now() - saat;
        if (lama < 1_500) POTONG.kini = Math.min(POTONG.kini * 2, POTONG.besar);
        else if (lama > 8_000) POTONG.kini = Math.max(POTONG.kini / 2, POTONG.kecil);
      }
    }
  }

  async function selesai(t) {
    t.keadaan("Diperiksa");
    t.maju(null);
    const isian = new FormData();
    isian.set("unggahan", t.alamat.split("/").at(-2));
    for (const [nama, nilai] of t.isian) if (nama === "kembali") isian.set(nama, nilai);
    if (t.ringkas()) isian.set("ringkas", "1");
    const xhr = await minta(t, "POST", t.form.dataset.selesai, { isi: isian, sabar: MACET_PERIKSA });
    if (xhr.status !== 200 && xhr.status !== 422) throw selainnya(xhr);
    ingatan.hapus(t.kunci);
    return xhr;
  }

  async function sekali(t) {
    t.keadaan("");
    await kirimSisa(t, (await lanjutkan(t)) ?? (await mulai(t)));
    return selesai(t);
  }

  // Sooner where the browser says the line is back.
  function jeda(t, md) {
    return new Promise((lanjut, gagal) => {
      const beres = (akhir) => () => {
        clearTimeout(jam);
        window.removeEventListener("online", terus);
        t.sinyal.removeEventListener("abort", henti);
        akhir();
      };
      const terus = beres(lanjut), henti = beres(() => gagal(new zona.Batal()));
      const jam = setTimeout(terus, md);
      window.addEventListener("online", terus);
      t.sinyal.addEventListener("abort", henti);
    });
  }

  // t: form, isian (pairs), isi (Blob), nama, kunci, sinyal, maju(bytes or null), keadaan(words), ringkas() (no list in the
  // answer yet). The server's last answer.
  zona.kirim = async (t) => {
    t.sidik = await sidik(t.isi);
    for (t.gagal = 0; ; ) {
      try {
        return await sekali(t);
      } catch (galat) {
        const putus = galat instanceof Putus;
        if (!putus && !(galat instanceof Sibuk)) throw galat;
        t.gagal += 1;
        if (!putus && t.gagal > PELADEN_COBA) throw new zona.Tolak("Peladen sedang bermasalah; berkas belum tersimpan. Coba lagi nanti.");
        t.keadaan(putus ? "Menunggu jaringan" : "Peladen sibuk, sebentar lagi dicoba lagi");
        await jeda(t, Math.min(30_000, 500 * 2 ** t.gagal));
      }
    }
  };

  // Best effort: what is not told expires.
  zona.batalkan = (form, alamat, kunci) => {
    ingatan.hapus(kunci);
    return alamat ? minta({ form, sinyal: new AbortController().signal }, "DELETE", alamat).catch(() => null) : null;
  };

  // What was left unfinished here: [{kunci, alamat, nama, ukuran, diterima}]. What somebody else began is not told.
  zona.tertinggal = async (form) => {
    const hasil = [];
    for (const kunci of ingatan.milik(form)) {
      const lama = ingatan.baca(kunci);
      const xhr = await minta({ form, sinyal: new AbortController().signal }, "HEAD", lama.alamat).catch(() => null);
      if (xhr?.status === 404) ingatan.hapus(kunci);
      if (xhr?.status === 200) hasil.push({ ...lama, kunci, diterima: Number(xhr.getResponseHeader("Upload-Offset")) });
    }
    return hasil;
  };
})();
