// Suggestions under a search field: an editable combobox with a list (WAI-ARIA APG).
for (const form of document.querySelectorAll("[data-suggest]")) {
  const input = form.querySelector("[type=search]");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[data-suggest-status]");
  let timer, saying, running, chosen = -1, asked = "";

  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox",
    "aria-controls": list.id, "aria-expanded": "false",
  })) input.setAttribute(name, value);

  const close = () => {
    clearTimeout(timer);
    running?.abort();
    choose(-1);
    say("", 0);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };

  // The same number is not said again for each letter, nor any while letters are being written.
  const say = (text, delay = 900) => {
    clearTimeout(saying);
    saying = setTimeout(() => text === status.textContent || (status.textContent = text), delay);
  };

  const choose = (number) => {
    const options = [...list.children];
    chosen = number;
    options.forEach((option, at) => option.setAttribute("aria-selected", at === number));
    if (number < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[number].id);
    options[number].scrollIntoView({ block: "nearest" });
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(({ label, lang, kind, url }, number) => {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.id = `${list.id}-${number}`;
      option.setAttribute("aria-selected", "false");
      option.dataset.url = url;
      const name = document.createElement("span");
      name.textContent = label;
      if (lang) name.lang = lang;
      option.append(name);
      if (kind) {
        const small = document.createElement("small");
        small.textContent = kind;
        option.append(" ", small);
      }
      return option;
    }));
    choose(-1);
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", suggestions.length > 0);
    say(suggestions.length ? `${form.dataset.some}: ${suggestions.length}` : form.dataset.none);
  };

  const ask = async () => {
    const text = input.value.trim();
    if (text.length < 2) return close();
    if (text === asked && !list.hidden) return;
    asked = text;
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: running.signal });
      if (answer.ok && document.activeElement === input) show((await answer.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") close(); // the field searches without them too
    }
  };

  // Also while letters are being composed: phones' keyboards compose every word.
  input.addEventListener("input", () => {
    choose(-1); // what is being written is meant again
    clearTimeout(timer);
    clearTimeout(saying);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.children.length;
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(chosen < 0 ? (step > 0 ? 0 : count - 1) : chosen + step >= count ? -1 : chosen + step);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation(); // closing a list is no part of leaving quickly
      close();
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) {
      choose(-1);
    } else if (event.key === "Enter" && isOpen && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    }
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // Before the field loses its focus.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}
