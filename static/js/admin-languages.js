/* The texts of a form in one language at a time; without this script all languages stand below each other. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector("[data-language-tabs]");
  const form = bar?.closest("form");
  if (!form?.querySelector("[data-language]")) return;
  const tabs = [...bar.querySelectorAll("[data-show-language]")];
  const fields = () => [...form.querySelectorAll("[data-language]")];
  const shown = new Map();

  // The row, table cell or part of a row that holds one language's field; new rows are copies of a marked one.
  for (const field of fields()) {
    const holder = field.closest("td, .fieldBox, .form-row");
    holder.dataset.languageRow = field.dataset.language;
    const column = [...holder.classList].find((name) => name.startsWith("field-"));
    if (holder.tagName === "TD" && column) {
      const head = holder.closest("table").querySelector(`th.column-${column.slice("field-".length)}`);
      if (head) head.dataset.languageRow = field.dataset.language;
    }
    const key = field.name.slice(0, -field.dataset.language.length - 1);
    if (!field.name.includes("__prefix__")) shown.set(key, { ...shown.get(key), [field.dataset.language]: field });
  }

  const show = (language) => {
    for (const row of form.querySelectorAll("[data-language-row]")) {
      row.hidden = language !== "" && row.dataset.languageRow !== language;
    }
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.showLanguage === language));
  };

  // How many texts stand in Finnish but not in the tab's language.
  const count = () => {
    for (const tab of tabs.slice(0, -1)) {
      const language = tab.dataset.showLanguage;
      const missing = [...shown.values()].filter((text) => text.fi?.value.trim() && text[language]?.value.trim() === "");
      tab.dataset.count = missing.length ? ` (${bar.dataset.missing} ${missing.length})` : "";
      tab.textContent = tab.textContent.replace(/ \(.*/, "") + tab.dataset.count;
    }
  };

  bar.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-show-language]");
    if (tab) show(tab.dataset.showLanguage);
  });
  form.addEventListener("change", count);
  count();
  bar.hidden = false;
  const wrong = form.querySelector("[data-language-row].errors, .errors [data-language-row], [data-language-row]:has(.errorlist)");
  show(wrong ? wrong.dataset.languageRow : "fi");
});
