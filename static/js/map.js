// The meeting places on a map, when somebody asks for it. The list has everything that the map has.
// <div data-map data-script="…/leaflet.js" data-style="…/leaflet.css" data-tiles="" data-attribution="">
//   <button hidden>Show on a map</button><div hidden></div></div>; markers: [data-latitude][data-longitude].
(() => {
  const box = document.querySelector("[data-map]");
  if (!box) return;
  const [button, pane] = [box.querySelector("button"), box.querySelector("[data-map-pane]")];
  const element = (name, attributes) =>
    new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement(name), { ...attributes, onload, onerror })));
  const load = () =>
    Promise.all([
      element("link", { rel: "stylesheet", href: box.dataset.style }),
      element("script", { src: box.dataset.script }),
    ]);
  const draw = () => {
    const map = L.map(pane, { zoomSnap: 0.5, zoomControl: false });
    L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
    map.attributionControl.setPrefix(false);
    if (box.dataset.tiles) L.tileLayer(box.dataset.tiles, { attribution: box.dataset.attribution, maxZoom: 18 }).addTo(map);
    const markers = [...document.querySelectorAll("[data-latitude]")].map((card) => {
      const link = card.querySelector("a");
      const name = link.textContent.trim();
      const marker = L.marker([+card.dataset.latitude, +card.dataset.longitude], {
        title: name,
        alt: name,
        icon: L.divIcon({ className: "map-marker", iconSize: [28, 28], iconAnchor: [14, 28], popupAnchor: [0, -28] }),
      });
      const copy = Object.assign(document.createElement("a"), { href: link.href, textContent: name });
      return marker.bindPopup(copy, { closeButton: false });
    });
    const group = L.featureGroup(markers).addTo(map);
    map.fitBounds(group.getBounds().pad(0.2), { maxZoom: 14 });
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.hidden = true;
    pane.hidden = false;
    try {
      await load();
      draw();
      pane.focus();
    } catch {
      pane.hidden = true;
      button.hidden = false;
    }
  });
})();
