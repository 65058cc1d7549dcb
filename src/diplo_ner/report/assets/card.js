/* Who says a quote, by which words: shown beside the quote that the pointer or the focus is on. */
const card = (() => {
  const box = one("#card");
  let owner = null;
  let leaving = 0;

  const numbered = (name, number) => all(`.text .${name}`, views.article).filter((el) => el.dataset.q.split(" ").includes(number));

  function show(number, anchor) {
    clearTimeout(leaving);
    if (owner === anchor) return;
    hide();
    const entry = document.getElementById(`a${views.number}-q${number}`);
    if (!entry) return;
    owner = anchor;
    const who = one(".name", entry.closest(".speaker")).cloneNode(true);
    const line = make("p", { className: "who" }, ...who.childNodes);
    if (who.matches(".nameless")) line.style.fontStyle = "italic";
    box.replaceChildren(line, ...all(".facts", entry).map((facts) => facts.cloneNode(true)));
    box.hidden = false;
    for (const piece of numbered("quote", number)) piece.classList.add("told-quote");
    for (const piece of numbered("by", number)) piece.classList.add("told-by");
    entry.classList.add("told-entry");
    anchor.setAttribute("aria-describedby", "card");
    place(anchor);
  }

  function place(anchor) {
    const edges = anchor.getClientRects();
    const near = edges[edges.length - 1] || anchor.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const below = near.bottom + 8 + height < innerHeight;
    box.style.left = `${Math.max(8, Math.min(near.left, innerWidth - width - 16))}px`;
    box.style.top = `${below ? near.bottom + 8 : Math.max(8, near.top - height - 8)}px`;
  }

  function hide() {
    clearTimeout(leaving);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    box.hidden = true;
    for (const name of ["told-quote", "told-by", "told-entry"]) {
      for (const element of all(`.${name}`)) element.classList.remove(name);
    }
  }

  const markOf = (target) => (target instanceof Element ? target.closest(".text .quote, .text .ref") : null);
  const numberOf = (mark) => mark.dataset.q || mark.dataset.n;

  document.addEventListener("pointerover", (event) => {
    if (document.body.classList.contains("hide-quote")) return;
    const mark = markOf(event.target);
    if (mark) show(numberOf(mark), mark);
    else if (owner && box.contains(event.target)) clearTimeout(leaving);
    else if (owner && owner !== document.activeElement) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 200);
    }
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark) show(numberOf(mark), mark);
    else hide();
  });
  addEventListener("scroll", () => owner && place(owner), { passive: true });
  views.watch(hide);
  return { hide, get shown() { return owner !== null; } };
})();
