// Live filtering over a plain GET form: without this the form and the links work as they are. The server
// answers the same address, asked with X-Requested-With: fetch, with the parts that change.
(() => {
  const region = document.querySelector("[data-filter-region]");
  const form = region?.querySelector("[data-filter-form]");
  if (!form) return;
  const find = (selector) => region.querySelector(selector);
  let running, timer, shown = location.pathname + location.search;

  // The controls follow the address: after a link, a redirect or Back.
  const follow = (address) => {
    const url = new URL(address);
    shown = url.pathname + url.search;
    for (const control of form.elements) {
      const values = url.searchParams.getAll(control.name);
      if (/checkbox|radio/.test(control.type)) control.checked = values.includes(control.value);
      else if (/text|search|select|number/.test(control.type)) control.value = values[0] || "";
    }
  };

  const show = (page) => {
    for (const name of ["data-filter-results", "data-filter-count", "data-count-for"]) {
      for (const fresh of page.querySelectorAll(`[${name}]`)) {
        for (const old of region.querySelectorAll(`[${name}="${CSS.escape(fresh.getAttribute(name))}"]`)) {
          old.innerHTML = fresh.innerHTML;
          old.closest(".choice")?.toggleAttribute("data-empty", !+fresh.textContent);
        }
        if (fresh.dataset.title) document.title = fresh.dataset.title;
      }
    }
  };

  const load = async (address, { stay, focus } = {}) => {
    clearTimeout(timer);
    running?.abort();
    const mine = (running = new AbortController());
    region.ariaBusy = "true";
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, cache: "no-store", signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.querySelector("[data-filter-results]")) throw answer;
      const held = document.activeElement;
      const key = held.dataset.filterLink;
      show(page);
      if (!stay && answer.url !== location.href) history.pushState(null, "", answer.url);
      follow(answer.url);
      const heading = find("[data-filter-heading]");
      // The link one followed may be gone: its new self, else the heading of the results.
      if (focus || !held.isConnected) ((key && find(`[data-filter-link="${CSS.escape(key)}"]`)) || heading).focus();
      find("[data-filter-status]").textContent = heading.textContent;
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
    if (running === mine) region.ariaBusy = null;
  };

  const asked = () => {
    const url = new URL(form.action);
    url.hash = "";
    url.search = new URLSearchParams([...new FormData(form)].filter((pair) => pair[1]));
    return url.href;
  };

  form.addEventListener("input", ({ target }) => {
    clearTimeout(timer);
    running?.abort();
    timer = setTimeout(() => load(asked()), /text|search/.test(target.type) ? 300 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.closest("[popover]")?.togglePopover?.(false);
    load(asked(), { focus: true });
  });
  region.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter-link]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load(link.href, { focus: true });
  });
  // #anchors fire this too and change nothing here.
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) load(location.href, { stay: true });
  });
})();
