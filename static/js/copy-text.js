/* Copies a ready text at one press. Without this script one selects the text oneself.
   <div data-copy-text><textarea readonly></textarea><button hidden></button><span role="status" data-copied="…"></span></div> */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll("[data-copy-text]")) {
    const [text, button, told] = ["textarea", "button", "[data-copied]"].map((part) => box.querySelector(part));
    button.hidden = false;
    button.addEventListener("click", async () => {
      text.select();
      try {
        await navigator.clipboard.writeText(text.value);
      } catch {
        if (!document.execCommand("copy")) return; // it stays selected
      }
      told.textContent = told.dataset.copied;
    });
  }
});
