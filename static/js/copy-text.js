/* Copies a ready text at one press. Without this script one selects the text oneself.
   <div data-copy-text><textarea readonly></textarea><button hidden></button>
   <span role="status" data-copied="…" data-failed="…"></span></div> */
"use strict";
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

document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll("[data-copy-text]")) {
    const [text, button, told] = ["textarea", "button", "[data-copied]"].map((part) => box.querySelector(part));
    button.hidden = false;
    button.addEventListener("click", async () => {
      told.textContent = "";
      const { copied, failed } = told.dataset;
      const words = await copy(text) ? copied : failed;
      setTimeout(() => { told.textContent = words; }, PAUSE);
    });
  }
});
