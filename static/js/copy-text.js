/* Copies a ready text at one press. Without this script one selects the text oneself.
   <div data-copy-text><textarea readonly></textarea> or <input readonly>, <button hidden></button>
   <span role="status" data-copied="…" data-failed="…"></span></div> */
(() => {
  const PAUSE = 100; // milliseconds in which the status stands empty, so that the same words are read again

  const copy = async (text) => {
    text.select(); // if all else fails, it stays selected
    try {
      await navigator.clipboard.writeText(text.value);
      return true;
    } catch {
      return document.execCommand("copy");
    }
  };

  // Also what live filtering puts into the page later.
  const show = () => {
    for (const button of document.querySelectorAll("[data-copy-text] button[hidden]")) button.hidden = false;
  };
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("toggle", show, true);
  document.addEventListener("click", async ({ target }) => {
    const box = target.closest("[data-copy-text] button")?.closest("[data-copy-text]");
    if (!box) return;
    const [text, told] = ["textarea, input", "[data-copied]"].map((part) => box.querySelector(part));
    told.textContent = "";
    const words = (await copy(text)) ? told.dataset.copied : told.dataset.failed;
    setTimeout(() => { told.textContent = words; }, PAUSE);
  });
})();
