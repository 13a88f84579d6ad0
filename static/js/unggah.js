// The queue of files dropped on a form or picked in it: each with its progress, its answer, cancel and retry. Without
// this file the same forms send themselves as they are. It stands on unggah-foto.js and unggah-jalur.js; a form says:
//
//   <form class="unggah" method="post" enctype="multipart/form-data" action="…"   for who has no JavaScript
//         data-mulai="…" data-selesai="…"   where an upload begins and ends (bukti_fisik/domain/unggahan/__init__.py)
//         data-batas-mb="25"                the largest file
//         data-unggah="bukti-7"             id of what the answer of `selesai` draws anew (optional)
//         data-foto="asli"                  pictures are left as they are, and there is no camera button (optional)
//         data-sesudah="…">                 where to go when all that was queued was taken (optional)
//     csrf token, fields that go along to `mulai` (and each file's folder as `jalur`, where one was dropped or picked)
//     <div class="unggah-pilih"><label for=…>…</label><input type="file" id=… name="berkas" multiple> …</div>
//     <ul class="antrean" aria-live="polite"></ul>
//   </form>
//
// The answer of `selesai` holds .hasil-unggah with the sentence. A drop beside the form counts inside the nearest .syarat
// or [data-unggah-di] around it. When a form's queue is empty, `bukti-berubah` is told to the page.
"use strict";
(function () {
  const zona = window.zonaUnggah;
  const antrean = new WeakMap(); // form -> the promise of its last file: one after the other keeps the list in order
  const jumlah = { semua: 0, beres: 0, gagal: 0 };
  const berjalan = new Set();
  const SELANG = 5_000; // milliseconds between two drawings of the list
  let papan = null;

  function unsur(nama, atribut, ...isi) {
    const el = Object.assign(document.createElement(nama), atribut);
    el.append(...isi);
    return el;
  }
  const tombol = (kata, nama, kerja) => {
    const el = unsur("button", { type: "button", className: "tombol kecil", onclick: kerja }, kata);
    el.append(unsur("span", { className: "visual-tersembunyi" }, " " + nama));
    return el;
  };

  // --- the bar at the foot: how many of how many --------------------------------------------------------
  function gambarRingkas() {
    if (!papan) {
      papan = unsur("div", { className: "antrean-ringkas" }, unsur("p", {}), unsur("progress", { max: 1 }));
      papan.firstChild.setAttribute("role", "status");
      papan.lastChild.setAttribute("aria-label", "Kemajuan semua berkas");
      papan.append(unsur("button", { type: "button", className: "tombol kecil", onclick: () => [...berjalan].forEach((t) => t.batal()) }, "Batalkan semua"));
      document.body.append(papan);
    }
    papan.hidden = !berjalan.size || jumlah.semua < 2;
    papan.firstChild.textContent = "Mengunggah: " + jumlah.beres + " dari " + jumlah.semua + " berkas selesai"
      + (jumlah.gagal ? ", " + jumlah.gagal + " gagal" : "");
    papan.children[1].value = (jumlah.beres + jumlah.gagal) / (jumlah.semua || 1);
    if (!berjalan.size) Object.assign(jumlah, { semua: 0, beres: 0, gagal: 0 });
  }

  // --- one row ------------------------------------------------------------------------------------------
  function baris(t) {
    const keadaan = unsur("span", { className: "rinci" }, "Menunggu giliran");
    const kemajuan = unsur("progress", { max: 1, value: 0 });
    kemajuan.setAttribute("aria-label", "Kemajuan unggah " + t.nama);
    t.li.className = "";
    t.li.replaceChildren(unsur("span", { className: "antrean-nama" }, t.nama), keadaan, kemajuan, tombol("Batal", t.nama, t.batal));
    t.keadaan = (kata) => { keadaan.textContent = [t.catatan, kata].filter(Boolean).join(" · "); };
    t.maju = (byte) => {
      if (byte === null) kemajuan.removeAttribute("value");
      else kemajuan.value = byte / (t.isi?.size || t.berkas.size);
    };
  }

  function tutup(t, pesan, baik) {
    t.li.className = "pemberitahuan " + (baik ? "sukses" : "bahaya");
    t.li.replaceChildren(pesan);
    if (baik) return;
    const ulang = tombol("Coba lagi", t.nama, () => masukkan(t));
    const lepas = tombol("Singkirkan", t.nama, () => { zona.batalkan(t.form, t.alamat, t.kunci); t.li.remove(); });
    t.li.append(unsur("span", { className: "baris-tombol" }, ulang, lepas));
  }

  // The list of evidence as the server has it now: in the answer of a file, at most every few seconds while more follow;
  // from the page itself where the last answer came without it.
  const digambar = new WeakMap(); // form -> when
  const basi = new Set(); // forms whose list is older than their last answer
  const ringkas = (t) => [...berjalan].some((lain) => lain !== t && lain.form === t.form) && Date.now() - (digambar.get(t.form) || 0) < SELANG;

  function gambarUlang(jawaban, form) {
    const id = form.dataset.unggah;
    const baru = id && jawaban.getElementById(id);
    const lama = id && document.getElementById(id);
    if (!baru || !lama) {
      basi.add(form);
      return;
    }
    lama.replaceWith(baru);
    window.htmx.process(baru);
    digambar.set(form, Date.now());
    basi.delete(form);
  }

  async function samakan(form) {
    if (!form.dataset.unggah || !basi.has(form)) return;
    const halaman = await fetch(window.location.href).then((jawaban) => jawaban.text(), () => "");
    gambarUlang(new DOMParser().parseFromString(halaman, "text/html"), form);
  }

  function terjawab(t, xhr) {
    const jawaban = new DOMParser().parseFromString(xhr.responseText, "text/html");
    const kalimat = jawaban.querySelector(".hasil-unggah")?.textContent.trim() || t.nama;
    const baik = xhr.status === 200;
    tutup(t, baik && t.catatan ? kalimat.replace(/\.$/, "") + " (" + t.catatan + ")." : kalimat, baik);
    gambarUlang(jawaban, t.form);
    return baik;
  }

  // --- one file -----------------------------------------------------------------------------------------
  async function kerjakan(t) {
    if (!t.isi) {
      t.keadaan(t.berkas.type.startsWith("image/") ? "Menyiapkan foto" : "");
      const siap = t.form.dataset.foto === "asli" ? { isi: t.berkas, nama: t.berkas.name, pesan: "" } : await zona.siapkan(t.berkas);
      Object.assign(t, { isi: siap.isi, nama: siap.nama, catatan: siap.pesan });
    }
    const batas = Number(t.form.dataset.batasMb);
    if (t.isi.size > batas * 1024 * 1024) {
      throw new zona.Tolak("Berkas ini lebih besar daripada " + batas + " MB. Perkecil dahulu.");
    }
    return zona.kirim(t);
  }

  async function satu(t) {
    try {
      if (t.sinyal.aborted) throw new zona.Batal(); // given up while it waited
      if (terjawab(t, await kerjakan(t))) jumlah.beres += 1;
      else jumlah.gagal += 1;
    } catch (galat) {
      if (galat instanceof zona.Pindah) {
        berjalan.clear();
        window.location.assign(galat.message);
      } else if (galat instanceof zona.Batal) {
        jumlah.semua -= 1;
        zona.batalkan(t.form, t.alamat, t.kunci);
        t.li.remove();
      } else {
        jumlah.gagal += 1;
        tutup(t, t.nama + " ditolak. " + (galat instanceof zona.Tolak ? galat.message : "Berkas ini tidak dapat dibaca. Pilih lagi berkasnya."), false);
      }
    }
    berjalan.delete(t);
    gambarRingkas();
  }

  function masukkan(t) {
    const kendali = new AbortController();
    t.sinyal = kendali.signal;
    t.batal = () => { kendali.abort(); t.keadaan("Dibatalkan"); };
    t.ringkas = () => ringkas(t);
    baris(t);
    berjalan.add(t);
    jumlah.semua += 1;
    gambarRingkas();
    const giliran = (antrean.get(t.form) || Promise.resolve()).then(() => satu(t)).then(async () => {
      if (antrean.get(t.form) !== giliran) return;
      await samakan(t.form);
      window.htmx.trigger(document.body, "bukti-berubah");
      const salah = t.form.querySelector(".antrean .bahaya");
      if (t.form.dataset.sesudah && !salah && t.form.querySelector(".antrean .sukses") && !berjalan.size) window.location.assign(t.form.dataset.sesudah);
    });
    antrean.set(t.form, giliran);
  }

  function terima(form, pilihan) {
    const isian = [...new FormData(form)].filter(([, nilai]) => typeof nilai === "string");
    for (const berkas of pilihan) {
      const kunci = zona.kunci(form, berkas);
      form.querySelectorAll(".tertinggal").forEach((li) => { if (li.dataset.kunci === kunci) li.remove(); });
      const li = unsur("li", {});
      const daftar = form.querySelector(".antrean");
      daftar.append(li);
      if (daftar.children.length > 6) daftar.tabIndex = 0; // it scrolls then (unggah.css), also by keyboard
      const jalur = berkas.jalur || berkas.webkitRelativePath || "";
      masukkan({ form, berkas, li, kunci, nama: berkas.name, isian: [...isian, ["jalur", jalur]], catatan: "" });
    }
  }

  // --- what was left here before --------------------------------------------------------------------------
  async function ceritakan(form) {
    for (const lama of await zona.tertinggal(form)) {
      const kata = lama.nama + " belum selesai: " + zona.ukuran(lama.diterima) + " dari " + zona.ukuran(lama.ukuran)
        + " sudah terkirim. Pilih lagi berkas yang sama untuk melanjutkan.";
      const li = unsur("li", { className: "pemberitahuan tertinggal" }, kata);
      li.dataset.kunci = lama.kunci;
      li.append(unsur("span", { className: "baris-tombol" }, tombol("Batalkan", lama.nama, () => { zona.batalkan(form, lama.alamat, lama.kunci); li.remove(); })));
      form.querySelector(".antrean").append(li);
    }
  }

  function kamera(form) {
    const pilih = form.querySelector("input[type=file]");
    const foto = unsur("input", { type: "file", accept: "image/*", id: pilih.id + "-foto" });
    foto.setAttribute("capture", "environment");
    pilih.after(unsur("label", { htmlFor: foto.id, className: "ambil-foto" }, "Ambil foto"), foto);
  }

  document.querySelectorAll("form[data-mulai]").forEach((form) => {
    form.classList.add("siap");
    if (form.dataset.foto !== "asli") kamera(form);
    ceritakan(form);
  });

  // --- picking and dropping -------------------------------------------------------------------------------
  const bentuk = (el) => el.closest("form[data-mulai]") || el.closest(".syarat, [data-unggah-di]")?.querySelector("form[data-mulai]");

  document.addEventListener("change", (k) => {
    const form = k.target.type === "file" && k.target.closest("form[data-mulai]");
    if (!form || !k.target.files.length) return;
    terima(form, [...k.target.files]);
    k.target.value = "";
  });
  document.addEventListener("submit", (k) => { if (k.target.matches("form[data-mulai]")) k.preventDefault(); });

  // Folders are walked through, each file keeping the way to it as `jalur`.
  async function telusuri(masukan, jalur = "") {
    if (masukan.isFile) {
      const berkas = await new Promise((jadi, gagal) => { masukan.file(jadi, gagal); });
      return [Object.assign(berkas, { jalur: jalur + masukan.name })];
    }
    const pembaca = masukan.createReader();
    const hasil = [];
    for (let isi = [null]; isi.length; ) {
      isi = await new Promise((jadi, gagal) => { pembaca.readEntries(jadi, gagal); });
      for (const satuan of isi) hasil.push(...(await telusuri(satuan, jalur + masukan.name + "/")));
    }
    return hasil;
  }

  const bawaBerkas = (k) => k.dataTransfer && [...k.dataTransfer.types].includes("Files");
  const terang = (form) => document.querySelectorAll("form.unggah").forEach((f) => f.classList.toggle("dituju", f === form));
  document.addEventListener("dragover", (k) => {
    if (!bawaBerkas(k)) return;
    k.preventDefault(); // a file dropped beside must not replace the page
    const form = bentuk(k.target);
    k.dataTransfer.dropEffect = form ? "copy" : "none";
    terang(form);
  });
  document.addEventListener("dragleave", (k) => { if (!k.relatedTarget) terang(null); });
  document.addEventListener("drop", async (k) => {
    if (!bawaBerkas(k)) return;
    k.preventDefault();
    terang(null);
    const form = bentuk(k.target);
    if (!form) return;
    const polos = [...k.dataTransfer.files]; // both are emptied when this turn ends
    const masukan = [...k.dataTransfer.items].map((i) => i.webkitGetAsEntry?.()).filter(Boolean);
    if (!masukan.some((m) => m.isDirectory)) return terima(form, polos);
    for (const satuan of masukan) terima(form, await telusuri(satuan));
  });
  window.addEventListener("beforeunload", (k) => { if (berjalan.size) k.preventDefault(); });
})();
