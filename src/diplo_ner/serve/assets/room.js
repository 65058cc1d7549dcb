/* The pages work without this: it answers as one types, completes names, copies quotes, and hears keys. */
"use strict";

(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const list = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = find("#asking");
  const answers = find("#answers");
  const status = find("#status");
  const box = find("#box");
  const keys = find("#keys");
  let waiting = 0;
  let asking = null;

  function showCopies() {
    for (const button of list(".copy")) button.hidden = !navigator.clipboard;
  }

  function address() {
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim());
    const told = new URLSearchParams(fields).toString();
    return told ? `/?${told}` : "/";
  }

  async function answer() {
    const wanted = address();
    asking?.abort();
    asking = new AbortController();
    answers.setAttribute("aria-busy", "true");
    try {
      const told = wanted === "/" ? "/?part=answers" : `${wanted}&part=answers`;
      const response = await fetch(told, { signal: asking.signal, headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const found = response.ok || response.status === 400 ? page.body.childNodes : find("main", page).childNodes;
      answers.replaceChildren(...found);
      history.replaceState(null, "", wanted);
      showCopies();
      status.textContent = find("#total")?.textContent ?? "";
    } catch (problem) {
      if (problem.name === "AbortError") return;
      location.assign(wanted);
    }
    answers.removeAttribute("aria-busy");
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(answer, 200);
  }

  async function complete(field) {
    const typed = field.value.trim();
    if (typed.length < 2) return;
    const response = await fetch(`/names?q=${encodeURIComponent(typed)}`);
    if (!response.ok || field.value.trim() !== typed) return;
    const options = (await response.json()).map(({ name }) => Object.assign(document.createElement("option"), { value: name }));
    find("#names").replaceChildren(...options);
  }

  if (form) {
    form.addEventListener("input", (event) => {
      soon();
      if (event.target.matches("[data-names]")) complete(event.target);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      answer();
    });
  }

  async function copy(button) {
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const words = button.textContent;
    button.textContent = "✓";
    status.textContent = words;
    setTimeout(() => { button.textContent = words; }, 1200);
  }

  function move(by) {
    const hits = list(".hit");
    if (!hits.length) return;
    const at = hits.indexOf(document.activeElement?.closest(".hit"));
    const next = hits[at < 0 ? 0 : Math.max(0, Math.min(hits.length - 1, at + by))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest(".copy");
    if (button) copy(button);
    if (event.target.closest("#ask-keys")) keys.showModal();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      else if (event.key === "ArrowDown" && event.target === box) move(1);
      else return;
      event.preventDefault();
      return;
    }
    const hit = document.activeElement?.closest(".hit");
    if (event.key === "/") box.focus();
    else if (event.key === "?") keys.showModal();
    else if (event.key === "ArrowDown" && list(".hit").length) move(1);
    else if (event.key === "ArrowUp" && list(".hit").length) move(-1);
    else if (event.key === "Enter" && hit === document.activeElement && hit) find(".said", hit).click();
    else if (event.key === "c" && hit) copy(find(".copy", hit));
    else return;
    event.preventDefault();
  });

  find("#ask-keys").hidden = false;
  showCopies();
})();
