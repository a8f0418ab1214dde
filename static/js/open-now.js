// Turns today's hours into "auki nyt" by the clock of the place; the page itself stays cacheable.
// <span data-open-hours='["09:00-15:00"]' data-day="2026-11-22" data-time-zone="Europe/Helsinki"
//       data-open-text="auki nyt" data-closed-text="suljettu nyt"></span>
(() => {
  const update = () => {
    for (const place of document.querySelectorAll("[data-open-hours]")) {
      const data = place.dataset;
      const [day, time] = new Date().toLocaleString("sv-SE", { timeZone: data.timeZone }).split(" ");
      if (day !== data.day) {
        place.textContent = "";
        delete data.open;
        continue;
      }
      const open = JSON.parse(data.openHours).some((hours) => {
        const [from, until] = hours.split("-");
        return from <= time && time < until;
      });
      data.open = open;
      const words = open ? data.openText : data.closedText;
      if (place.textContent !== words) place.textContent = words;
    }
  };
  update();
  setInterval(update, 30000);
})();
