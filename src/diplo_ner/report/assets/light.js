/* What belongs to one entity or speaker is lit everywhere at once. */
const light = (() => {
  const bar = one("#lit");
  const status = one("#status");
  let key = null;
  let name = "";
  let at = -1;

  const owned = (selector, root = document) => all(`${selector}[data-k~="${CSS.escape(key)}"]`, root);
  const places = () => (views.article ? owned(".text ", views.article).filter((el) => !el.matches(".goes-on")) : []);

  function paint() {
    for (const element of all(".lit")) element.classList.remove("lit");
    document.body.classList.toggle("has-lit", key !== null);
    for (const button of all("[data-light]")) {
      button.setAttribute("aria-pressed", String(button.dataset.light === key));
    }
    if (key !== null) for (const element of owned("")) element.classList.add("lit");
    at = -1;
    drawBar();
  }

  function drawBar() {
    bar.hidden = key === null;
    bar.replaceChildren();
    if (key === null) return;
    const found = places();
    const where = make("span", { className: "where" });
    const parts = [make("strong", { textContent: name }), where];
    if (found.length) {
      parts.push(
        make("button", { type: "button", textContent: "‹", ariaLabel: say("previous"), onclick: () => step(-1) }),
        make("button", { type: "button", textContent: "›", ariaLabel: say("next"), onclick: () => step(1) }),
      );
    }
    const others = elsewhere();
    if (others.length > 1 || (others.length && others[0] !== views.number)) {
      parts.push(make("button", { type: "button", textContent: say(views.number ? "elsewhere" : "first"), onclick: goOn }));
    }
    parts.push(make("button", { type: "button", textContent: "×", ariaLabel: say("clear"), onclick: clear }));
    bar.replaceChildren(...parts);
    tellWhere(found);
    status.textContent = `${name}, ${where.textContent}`;
  }

  function tellWhere(found) {
    const where = one(".where", bar);
    if (!views.article) where.textContent = "";
    else if (!found.length) where.textContent = say("none_here");
    else where.textContent = at < 0 ? say("in_text", spoken.format(found.length)) : `${at + 1}/${found.length}`;
  }

  function elsewhere() {
    const row = one(`#overview .all-entities [data-k="${CSS.escape(key)}"]`);
    return row ? row.dataset.in.split(" ").map(Number) : [];
  }

  function goOn() {
    const others = elsewhere();
    location.hash = `a${others.find((n) => n > views.number) ?? others[0]}`;
  }

  function step(by) {
    const found = places();
    if (!found.length) return;
    at = at < 0 ? (by > 0 ? 0 : found.length - 1) : (at + by + found.length) % found.length;
    found[at].scrollIntoView({ block: "center" });
    tellWhere(found);
    status.textContent = `${one(".where", bar).textContent} ${found[at].textContent}`;
  }

  function put(newKey, newName) {
    key = newKey;
    name = newName;
    paint();
  }

  /* The bar goes behind the name that was chosen, so that the next press of Tab reaches it. */
  function toggle(newKey, newName, button) {
    if (newKey === key) return clear();
    const holder = button && button.closest(".panel :is(li, h4)");
    if (holder && holder.matches("li")) holder.append(bar);
    else if (holder) holder.after(bar);
    else document.body.append(bar);
    return put(newKey, newName);
  }

  function clear() {
    const within = bar.contains(document.activeElement);
    const back = key === null ? null : one(`[data-light="${CSS.escape(key)}"]`, views.article || document);
    put(null, "");
    if (within && back) back.focus();
  }

  function nameOf(wanted) {
    const button = one(`[data-light="${CSS.escape(wanted)}"]`);
    return button ? button.dataset.name : "";
  }

  views.leave(() => document.body.append(bar));
  views.watch(() => {
    /* A voice without a name is of one article only. */
    if (key !== null && /^a/.test(key) && !key.startsWith(`a${views.number}`)) put(null, "");
    else paint();
  });
  return { put, toggle, clear, nameOf, get key() { return key; } };
})();
