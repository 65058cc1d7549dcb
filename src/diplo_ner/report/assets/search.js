/* Search in all articles, accents and case aside; hits are painted over the text, which stays as it is. */
const search = (() => {
  const box = one("#query");
  const panel = one("#found");
  const tally = one("#status");
  const folded = new Map();
  const signs = new Map();
  const longest = 60;
  let hits = [];
  let at = -1;
  let waiting = 0;

  function sign(character) {
    let plain = signs.get(character);
    if (plain === undefined) {
      plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
        .replaceAll("œ", "oe").replaceAll("æ", "ae").replace(/[’‘ʼ]/gu, "'").replace(/\s/gu, " ");
      signs.set(character, plain);
    }
    return plain;
  }

  /* Folded text, and for each of its units where the character began in the text. */
  function fold(text) {
    let plain = "";
    const from = [];
    let place = 0;
    for (const character of text) {
      const unit = sign(character);
      if (unit !== " " || !plain.endsWith(" ")) {
        plain += unit;
        for (let i = 0; i < unit.length; i += 1) from.push(place);
      }
      place += character.length;
    }
    from.push(place);
    return { text, plain, from };
  }

  function textOf(number) {
    if (!folded.has(number)) {
      const article = number === views.number ? views.article : views.source(number);
      folded.set(number, fold(one(".text", article).textContent));
    }
    return folded.get(number);
  }

  function find(number, wanted) {
    const { plain, from } = textOf(number);
    const found = [];
    for (let i = plain.indexOf(wanted); i >= 0; i = plain.indexOf(wanted, i + wanted.length)) {
      found.push([from[i], from[i + wanted.length]]);
    }
    return found;
  }

  function ranges(spans) {
    const walker = document.createTreeWalker(one(".text", views.article), NodeFilter.SHOW_TEXT);
    const made = [];
    let node = walker.nextNode();
    let start = 0;
    const seek = (offset, last) => {
      while (node && (start + node.data.length < offset || (!last && start + node.data.length === offset))) {
        start += node.data.length;
        node = walker.nextNode();
      }
      return [node, offset - start];
    };
    for (const [from, to] of spans) {
      const range = document.createRange();
      range.setStart(...seek(from, false));
      range.setEnd(...seek(to, true));
      made.push(range);
    }
    return made;
  }

  function paint() {
    if (!CSS.highlights) return;
    CSS.highlights.delete("hits");
    CSS.highlights.delete("hit");
    if (hits.length) CSS.highlights.set("hits", new Highlight(...hits));
    if (hits[at]) {
      const current = new Highlight(hits[at]);
      current.priority = 1;
      CSS.highlights.set("hit", current);
    }
  }

  function snippet(number, [from, to]) {
    const { text } = textOf(number);
    const before = text.slice(Math.max(0, from - longest), from).replace(/\s+/gu, " ");
    const behind = text.slice(to, to + longest).replace(/\s+/gu, " ");
    return make("span", { className: "snippet", lang: "fr" },
      `…${before.replace(/^\S*\s/u, "")}`, make("mark", { textContent: text.slice(from, to) }), `${behind.replace(/\s\S*$/u, "")}…`);
  }

  function namesFound(wanted) {
    const scope = views.overview ? all("#overview .all-entities tbody tr") : all(".panel.entities li", views.article);
    const found = [];
    for (const row of scope) {
      const names = all(".name, .variants", row).map((el) => fold(el.textContent).plain).join(" ");
      if (names.includes(wanted)) found.push(one(".name", row));
      if (found.length === 6) break;
    }
    return found.map((button) => {
      const copy = make("button", { type: "button", className: "name", textContent: button.dataset.name });
      copy.dataset.light = button.dataset.light;
      copy.dataset.name = button.dataset.name;
      copy.setAttribute("aria-pressed", "false");
      return make("li", {}, copy);
    });
  }

  function summary(sum, articles) {
    const total = spoken.format(sum);
    if (!sum) return say("no_hit");
    if (views.count < 2) return sum === 1 ? say("one_hit") : say("hits", total);
    if (articles === 1) return sum === 1 ? say("one_hit") : say("one_article", total);
    return say("hits_articles", total, spoken.format(articles));
  }

  function run() {
    const wanted = fold(box.value.trim()).plain;
    hits = [];
    at = -1;
    if (wanted.length < 2) {
      close();
      tally.textContent = "";
      paint();
      return;
    }
    const perArticle = [];
    let sum = 0;
    for (let number = 1; number <= views.count; number += 1) {
      const found = find(number, wanted);
      if (found.length) perArticle.push([number, found]);
      sum += found.length;
      if (number === views.number) hits = ranges(found);
    }
    paint();
    draw(wanted, perArticle, sum);
  }

  function draw(wanted, perArticle, sum) {
    const words = summary(sum, perArticle.length);
    tally.textContent = words;
    const parts = [make("p", { className: "sum", textContent: words })];
    const names = namesFound(wanted);
    if (names.length) parts.push(make("h2", { textContent: say("entities") }), make("ul", {}, ...names));
    if (views.count > 1) {
      const list = perArticle.slice(0, 100).map(([number, found]) => {
        const option = one(`#choose option[value="${number}"]`);
        const link = make("a", { href: `#a${number}`, textContent: option.textContent });
        return make("li", {}, link, ` (${spoken.format(found.length)})`, snippet(number, found[0]));
      });
      if (list.length) parts.push(make("ul", {}, ...list));
    } else if (perArticle.length) {
      const [number, found] = perArticle[0];
      const list = found.slice(0, 100).map((span, place) => {
        const jump = make("button", { type: "button", className: "name", onclick: () => go(place) }, snippet(number, span));
        return make("li", {}, jump);
      });
      parts.push(make("ul", {}, ...list));
    }
    panel.replaceChildren(...parts);
    panel.hidden = false;
  }

  function go(place) {
    if (!hits.length) return;
    at = (place + hits.length) % hits.length;
    hits[at].startContainer.parentElement.scrollIntoView({ block: "center" });
    tally.textContent = `${at + 1}/${hits.length}`;
    paint();
  }

  function close() {
    panel.hidden = true;
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 120);
  });
  box.addEventListener("focus", () => {
    if (panel.childElementCount && box.value.trim().length > 1) panel.hidden = false;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (hits.length) go(event.shiftKey ? at - 1 : at + 1);
    else one("a, button", panel)?.click();
  });
  views.watch(() => {
    close();
    if (box.value.trim().length > 1) {
      run();
      close();
      if (hits.length) go(0);
    }
  });
  return { close, get open() { return !panel.hidden; }, holds: (node) => panel.contains(node) || node === box };
})();
