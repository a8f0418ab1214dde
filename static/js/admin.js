/* The coordinator's desk: texts in one language at a time, names for the searching choices, and the focus.
   Without this script all languages stand below each other. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector("[data-language-tabs]");
  const form = bar?.closest("form");
  if (!form?.querySelector("[data-language]")) return;
  const tabs = [...bar.querySelectorAll("[data-show-language]")];
  const texts = new Map(); // the fields of one text, by language

  // The row, cell or part of a row that holds one language's field. Rows added later are copies of a marked one.
  for (const field of form.querySelectorAll("[data-language]")) {
    const { language } = field.dataset;
    const holder = field.closest("td, .fieldBox, .form-row");
    holder.dataset.languageRow = language;
    const column = [...holder.classList].find((name) => name.startsWith("field-"))?.slice("field-".length);
    const head = holder.tagName === "TD" && holder.closest("table").querySelector(`th.column-${column}`);
    if (head) head.dataset.languageRow = language;
    const text = field.name.slice(0, -language.length - 1);
    if (!text.includes("__prefix__")) texts.set(text, { ...texts.get(text), [language]: field });
  }

  const show = (language) => {
    for (const row of form.querySelectorAll("[data-language-row]")) {
      row.hidden = language !== "" && row.dataset.languageRow !== language;
    }
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.showLanguage === language));
  };

  // Beside a language: how many texts there are in Finnish but not in it.
  const lacks = new Map(tabs.map((tab) => [tab, tab.appendChild(document.createElement("span"))]));
  const count = () => {
    for (const tab of tabs) {
      const language = tab.dataset.showLanguage;
      const lacking = [...texts.values()].filter((text) => text.fi?.value.trim() && text[language]?.value.trim() === "");
      lacks.get(tab).textContent = lacking.length ? ` (${bar.dataset.missing} ${lacking.length})` : "";
    }
  };

  bar.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-show-language]");
    if (tab) show(tab.dataset.showLanguage);
  });
  form.addEventListener("change", count);
  count();
  bar.hidden = false;
  const wrong = form.querySelector("[data-language-row].errors, [data-language-row]:has(.errorlist)");
  show(wrong ? wrong.dataset.languageRow : "fi");
});

// Select2 leaves its boxes without a name: give each the name of its field.
const nameChoices = () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete.select2-hidden-accessible")) {
    const name = select.getAttribute("aria-label") ?? select.labels[0]?.textContent.trim().replace(/:$/, "");
    const box = select.nextElementSibling;
    if (!name || !box) continue;
    box.querySelector("[role=textbox]")?.setAttribute("aria-label", name);
    for (const part of box.querySelectorAll("[role=combobox], [role=searchbox]")) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", [name, box.querySelector("[role=textbox]")?.title].filter(Boolean).join(": "));
      // What is wrong is told to the hidden field; the box is what has the focus.
      for (const told of ["aria-invalid", "aria-describedby"]) {
        if (select.hasAttribute(told)) part.setAttribute(told, select.getAttribute(told));
      }
    }
  }
};
// Where one begins: what is told of what was sent, else the first field of a new form; never a button.
const begin = () => {
  if (document.activeElement !== document.body) return; // the page has told by `autofocus`, or one has begun
  const note = document.querySelector(".errornote");
  if (note) note.tabIndex = -1;
  const fields = document.querySelectorAll(".desk-new fieldset :is(input, select, textarea)");
  const field = [...fields].find((each) => !each.disabled && each.offsetParent);
  const box = field?.matches(".select2-hidden-accessible") && field.nextElementSibling.querySelector("[role=combobox]");
  (note ?? (box || field))?.focus();
};
window.addEventListener("load", () => setTimeout(() => {
  nameChoices();
  begin();
}));
document.addEventListener("change", () => setTimeout(nameChoices));
document.addEventListener("formset:added", ({ target }) => {
  setTimeout(nameChoices);
  // The new row stands above the button that was pressed: go there.
  target.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});
// The list that opens has a field for searching, which belongs to the box by its results' id.
document.addEventListener("focusin", ({ target }) => {
  const results = target.matches(".select2-search__field") && target.getAttribute("aria-controls");
  const box = results && document.querySelector(`[role=combobox][aria-owns="${results}"]`);
  if (!box) return;
  box.setAttribute("aria-controls", results);
  target.setAttribute("aria-label", box.getAttribute("aria-label"));
});
