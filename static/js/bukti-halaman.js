// The document beside the decision: a page that cannot be drawn says why, the next one is fetched ahead.
"use strict";
(function () {
  async function katakan(gambar) {
    const tempat = gambar.parentElement.querySelector("[role=alert]");
    let pesan = "Halaman ini belum dapat ditampilkan. Periksa jaringan, lalu muat ulang.";
    try {
      const jawaban = await fetch(gambar.src);
      if (jawaban.status === 422) pesan = await jawaban.text();
    } catch { /* the line is down: what stands above */ }
    tempat.textContent = pesan;
    tempat.hidden = false;
    gambar.hidden = true;
  }

  function pasang() {
    const gambar = document.querySelector("[data-lembar]:not([data-terpasang])");
    if (!gambar) return;
    gambar.dataset.terpasang = "";
    const lanjut = () => { if (gambar.dataset.lanjut) new Image().src = gambar.dataset.lanjut; };
    if (gambar.complete && gambar.naturalWidth) lanjut();
    else if (gambar.complete) katakan(gambar);
    else {
      gambar.addEventListener("load", lanjut, { once: true });
      gambar.addEventListener("error", () => katakan(gambar), { once: true });
    }
  }

  document.addEventListener("htmx:afterSettle", pasang);
  pasang();
})();
