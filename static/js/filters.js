// Live filtering: the answer holds the parts that change.
(() => {
  const region = document.querySelector("[data-filter-region]");
  const form = region?.querySelector("[data-filter-form]");
  if (!form) return;
  const find = (selector) => region.querySelector(selector);
  const linked = (key) => find(`[data-filter-link="${CSS.escape(key)}"]`);
  const status = document.querySelector("[data-filter-status]");
  const printed = document.querySelector(".page-address");
  const sheet = form.closest("[popover]");
  let running, shown = location.pathname + location.search;

  const follow = (address) => {
    const url = new URL(address);
    shown = url.pathname + url.search;
    for (const link of document.querySelectorAll("[data-follows]"))
      link.search = link.dataset.follows === "query" ? url.search : "?next=" + encodeURIComponent(shown);
    for (const control of form.elements) {
      const values = url.searchParams.getAll(control.name);
      if (/checkbox|radio/.test(control.type)) control.checked = values.includes(control.value);
      else if (control.type === "text") {
        const fault = find(`#${control.id}-error`).textContent.trim();
        control.ariaInvalid = !!fault;
        control.value = (fault && values.find((value) => !linked(`${control.name}:${value}`))) || "";
      }
    }
  };

  const show = (page) => {
    const open = [...region.querySelectorAll("details[id][open]")].map((details) => details.id);
    for (const name of ["data-filter-results", "data-filter-count", "data-count-for"]) {
      for (const fresh of page.querySelectorAll(`[${name}]`)) {
        for (const old of region.querySelectorAll(`[${name}="${CSS.escape(fresh.getAttribute(name))}"]`)) {
          old.innerHTML = fresh.innerHTML;
          old.closest(".choice")?.toggleAttribute("data-empty", !+fresh.textContent);
        }
        if (fresh.dataset.title) document.title = fresh.dataset.title;
        if (printed && fresh.dataset.address) printed.textContent = fresh.dataset.address;
      }
    }
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  };

  const load = async (address, { stay, focus, top } = {}) => {
    let part = "";
    running?.abort();
    running = new AbortController();
    region.ariaBusy = "true";
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, cache: "no-store", signal: running.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.querySelector("[data-filter-results]")) throw answer;
      // The quick exit needs a whole page.
      const secret = (root) => !root.querySelector("[data-sensitive]");
      if (secret(document) && !secret(page)) {
        part = page.querySelector("#urgent") ? "#urgent" : "#hits";
        throw answer;
      }
      const held = document.activeElement;
      show(page);
      if (!stay && answer.url !== location.href) history.pushState(null, "", answer.url);
      follow(answer.url);
      const heading = find("[data-filter-heading]");
      const faulty = focus && form.querySelector("[aria-invalid=true]");
      if (faulty) faulty.focus();
      else {
        if (top) sheet.togglePopover?.(false);
        if (focus || !held.isConnected) (linked(held.dataset.filterLink || "-") || heading).focus();
        if (top) heading.scrollIntoView();
      }
      region.ariaBusy = null;
      const said = [heading, ...region.querySelectorAll("[data-filter-say]")]
        .filter((each) => each !== document.activeElement)
        .map((each) => each.textContent.trim());
      status.textContent = said.filter(Boolean).join(". ");
    } catch (error) {
      if (error.name === "AbortError") return;
      if (stay) location.reload(); // the address is this one already: to assign it would load nothing
      else location.assign(address.split("#")[0] + part);
    }
  };

  const asked = () => {
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form)].filter((pair) => pair[1]));
    return url.href;
  };

  // Not "input": half an age is an age.
  form.addEventListener("change", () => load(asked()));
  sheet.addEventListener("toggle", ({ newState }) => (sheet.role = newState === "open" ? "dialog" : null));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    load(asked(), { focus: true, top: true });
  });
  region.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter-link]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load(link.href, { focus: true });
  });
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) load(location.href, { stay: true });
  });
})();
