// Copies a text of the page. Without this file the field is selected by hand: the buttons stay hidden.
"use strict";
(function () {
  function salin(isian) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(isian.value);
    isian.focus();
    isian.select(); // plain http: only the old way is allowed
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error());
  }

  document.querySelectorAll("[data-salin]").forEach((tombol) => {
    const semula = tombol.textContent;
    tombol.setAttribute("aria-live", "polite");
    tombol.hidden = false;
    tombol.addEventListener("click", () => {
      const isian = document.getElementById(tombol.dataset.salin);
      salin(isian).then(
        () => { tombol.textContent = "Tersalin"; },
        () => { isian.select(); tombol.textContent = "Tekan Ctrl+C untuk menyalin"; },
      );
      setTimeout(() => { tombol.textContent = semula; }, 4000);
    });
  });
})();
