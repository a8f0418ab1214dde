// The meeting places on a map, when somebody asks for it. The list has everything that the map has.
// <div data-map data-script="…/leaflet.js" data-style="…/leaflet.css" data-tiles="" data-attribution="" data-zoom-in
//   data-zoom-out data-failed><button hidden></button><p role="status"></p><div data-map-pane hidden></div></div>
// Places: [data-latitude][data-longitude] with a link.
(() => {
  const box = document.querySelector("[data-map]");
  if (!box) return;
  const [button, told, pane] = ["button", "[role=status]", "[data-map-pane]"].map((part) => box.querySelector(part));
  const element = (name, attributes) =>
    new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement(name), { ...attributes, onload, onerror })));
  const load = () =>
    Promise.all([
      element("link", { rel: "stylesheet", href: box.dataset.style }),
      element("script", { src: box.dataset.script }),
    ]);
  const marker = (card) => {
    const link = card.querySelector("a");
    const name = link.textContent.trim();
    const icon = L.divIcon({ className: "map-marker", iconSize: [28, 28], iconAnchor: [14, 28] });
    const made = L.marker([+card.dataset.latitude, +card.dataset.longitude], { title: name, icon });
    made.on("click", () => location.assign(link.href));
    made.on("keypress", ({ originalEvent }) => originalEvent.key === "Enter" && location.assign(link.href));
    made.on("add", () => {
      const drawn = made.getElement();
      drawn.setAttribute("role", "link");
      drawn.ariaLabel = name;
      drawn.lang = link.querySelector("[lang]")?.lang ?? "";
      if (!drawn.lang) drawn.removeAttribute("lang");
    });
    return made;
  };
  const draw = () => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(pane, { zoomSnap: 0.5, zoomControl: false, zoomAnimation: !still, fadeAnimation: !still });
    L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
    map.attributionControl.setPrefix(false);
    if (box.dataset.tiles) L.tileLayer(box.dataset.tiles, { attribution: box.dataset.attribution, maxZoom: 18 }).addTo(map);
    const group = L.featureGroup([...document.querySelectorAll("[data-latitude]")].map(marker)).addTo(map);
    map.fitBounds(group.getBounds().pad(0.2), { maxZoom: 14 });
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.ariaBusy = "true";
    told.textContent = "";
    try {
      await load();
      pane.hidden = false;
      draw();
      button.hidden = true;
      pane.focus();
    } catch {
      pane.hidden = true;
      button.ariaBusy = null;
      told.textContent = box.dataset.failed;
    }
  });
})();
