// Quick exit: the link [data-quick-exit] works without this. With it, a click or Esc three times within
// two seconds empties the page and goes there by replace(), so that Back does not return to this page.
(() => {
  const links = document.querySelectorAll("[data-quick-exit]");
  if (!links.length) return;
  const leave = (event) => {
    if (event) event.preventDefault();
    document.title = "…";
    document.body.hidden = true;
    location.replace(links[0].href);
  };
  let presses = [];
  for (const link of links) link.addEventListener("click", leave);
  for (const keys of document.querySelectorAll("[data-quick-exit-keys]")) keys.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") presses = [];
    else if (!event.repeat) {
      presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
      if (presses.length > 2) leave();
    }
  });
  // Shown from the back-forward cache: the page must not stay empty for the one who came back on purpose.
  addEventListener("pageshow", () => (document.body.hidden = false));
})();
