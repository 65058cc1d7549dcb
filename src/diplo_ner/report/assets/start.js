/* What the reader does, from click and key to the parts above. */
const showers = all("[data-show]");
for (const shower of showers) {
  const apply = () => document.body.classList.toggle(`hide-${shower.dataset.show}`, !shower.checked);
  shower.addEventListener("change", apply);
  apply();
}

for (const table of all("table[data-rows]")) {
  const rows = all("tbody tr", table);
  const shown = Number(table.dataset.rows);
  if (rows.length <= shown * 1.2) continue;
  for (const row of rows.slice(shown)) row.classList.add("over");
  const more = make("button", { type: "button", className: "more", textContent: say("more", spoken.format(rows.length)) });
  more.addEventListener("click", () => {
    for (const row of rows) row.classList.remove("over");
    more.remove();
    one("a, button", rows[shown])?.focus();
  });
  table.after(more);
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  const button = target.closest("[data-light]");
  const link = target.closest("a[data-with]");
  const mark = target.closest(".text .mention, .text .quote");
  if (button) {
    light.toggle(button.dataset.light, button.dataset.name, button);
  } else if (link) {
    light.put(link.dataset.with, light.nameOf(link.dataset.with));
  } else if (mark && !target.closest(".ref") && String(getSelection()) === "") {
    const [first] = mark.dataset.k.split(" ");
    light.toggle(first, light.nameOf(first));
  }
  if (search.open && !search.holds(target) && target.isConnected) search.close();
});

const keys = one("#keys");
one("#keys-close")?.addEventListener("click", () => keys.close());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" || event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  if (event.target instanceof Element && event.target.closest("input, select, textarea, summary")) return;
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "/") (dossier.open ? dossier.box : one("#query")).focus();
  else if (event.key === "?") keys.showModal();
  else if (event.key === "c" && dossier.open) dossier.copy(document.activeElement.closest(".hit"));
  else if (arrow && dossier.open) dossier.move(arrow);
  else if (turn && views.number && views.count > 1) one(`[data-step="${turn}"]:not(:disabled)`)?.click();
  else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || keys.open) return;
  if (search.open) search.close();
  else if (card.shown) card.hide();
  else light.clear();
});

for (const step of all("[data-step]")) {
  step.addEventListener("click", () => {
    location.hash = `a${views.number + Number(step.dataset.step)}`;
  });
}
one("#choose")?.addEventListener("change", (event) => {
  location.hash = event.target.value === "0" ? "overview" : `a${event.target.value}`;
});

for (const control of all(".search, .steps")) control.hidden = false;
addEventListener("hashchange", () => follow(true));
follow(false);
