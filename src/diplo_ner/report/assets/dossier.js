/* Dossiers: all quotes of an entity or a speaker by date, those about it, who is beside it; and all quotes of the run. */
const dossier = (() => {
  const part = one("#dossier");
  if (!part) return { open: false, move() {}, copy() {}, box: null };
  const held = JSON.parse(one("#held").textContent);
  const sieve = one("#sieve");
  const fields = sieve.elements;
  const month = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  const most = 200;
  let key = null;
  let shown = [];

  const quotes = held.quotes.map(([article, number, keys, names, share, about, text]) => {
    const [title, day, source, url] = held.articles[article - 1];
    const voices = keys.map((of) => {
      const [name, type, country] = held.entities[of] ?? [names[of], "", ""];
      return { key: of, name, type, country: country ?? "", isNamed: Object.hasOwn(held.entities, of) };
    });
    return { article, number, voices, share, about, text, title, day, source, url };
  });
  quotes.sort((a, b) => (b.day ?? "").localeCompare(a.day ?? "") || a.article - b.article || a.number - b.number);

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("œ", "oe").replaceAll("æ", "ae").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  /* Words that must all be there, each at the beginning of a word; those in quotation marks side by side. */
  function terms(asked) {
    const found = [];
    for (const [whole, marked] of asked.matchAll(/["“”«»]([^"“”«»]*)(?:["“”«»]|$)|[^\s"“”«»]+/gu)) {
      if (whole === "AND" || whole === "ET") continue;
      const words = plain(marked ?? whole);
      if (words) found.push(marked === undefined ? ` ${words}` : ` ${words} `);
    }
    return found;
  }

  function sieved(some) {
    const wanted = terms(fields.words.value);
    const { type, country, source, since, until, least } = fields;
    return some.filter((quote) => {
      const year = quote.day?.slice(0, 4) ?? "";
      if (type.value && !quote.voices.some((voice) => voice.type === type.value)) return false;
      if (country.value && !quote.voices.some((voice) => voice.country === country.value)) return false;
      if (source.value && quote.source !== source.value) return false;
      if (since.value && !(year >= since.value)) return false;
      if (until.value && !(year && year <= until.value)) return false;
      if (least.value && quote.share < Number(least.value)) return false;
      const text = wanted.length ? ` ${plain(quote.text)} ` : "";
      return wanted.every((term) => text.includes(term));
    });
  }

  const dayOf = (quote) => (quote.day ? month.format(new Date(`${quote.day}T00:00:00Z`)) : "");
  const sourceOf = (quote) => [quote.title, quote.source, dayOf(quote), quote.url].filter(Boolean).join(", ");
  const whoOf = (quote) => quote.voices.map((voice) => voice.name).join(", ");
  const isBy = (quote, who) => quote.voices.some((voice) => voice.key === who);
  const paste = (quote) => `« ${quote.text} » — ${whoOf(quote)}, ${sourceOf(quote)}`;

  async function copy(entry) {
    const button = entry && one(".copy", entry);
    if (!button) return;
    const words = paste(shown[Number(entry.dataset.place)]);
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = make("textarea", { value: words });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = say("copied");
    setTimeout(() => { button.textContent = say("copy"); }, 1200);
  }

  const linkTo = (to) => make("a", { href: `#${to}`, className: `mention ${held.entities[to][1].toLowerCase()}` }, make("bdi", { textContent: held.entities[to][0] }));

  function entryOf(quote, own) {
    const place = shown.push(quote) - 1;
    const by = make("p", { className: "by" });
    const voices = quote.voices.filter((voice) => !own || voice.key !== key);
    const [before, behind] = own ? say("with").split("{}") : ["", ""];
    voices.forEach((voice, nth) => by.append(nth ? ", " : before, voice.isNamed ? linkTo(voice.key) : make("i", {}, voice.name)));
    if (voices.length) by.append(`${behind} · `);
    by.append(make("span", {}, [quote.source, dayOf(quote)].filter(Boolean).join(", ")));
    if (quote.source || quote.day) by.append(" · ");
    by.append(make("a", { href: `#a${quote.article}`, className: "quiet" }, make("bdi", { textContent: quote.title })));
    const under = make("p", { className: "under quiet" }, `${say("confidence")} ${quote.share} % `);
    if (quote.url) under.append(make("a", { href: quote.url, rel: "noreferrer", textContent: "↗", title: quote.url }), " ");
    under.append(make("button", { type: "button", className: "plain copy", textContent: say("copy") }));
    const said = make("a", { className: "said", lang: "fr", href: `#a${quote.article}-t${quote.number}` }, make("bdi", { textContent: say("quoted", quote.text) }));
    const entry = make("li", { className: "hit", tabIndex: -1 }, said, by, under);
    entry.dataset.place = place;
    return entry;
  }

  function listOf(heading, some, own) {
    const list = make("ol", { className: "hits" });
    list.append(...some.slice(0, most).map((quote) => entryOf(quote, own)));
    const section = make("section", {}, make("h3", {}, `${heading} `, make("span", { className: "count", textContent: spoken.format(some.length) })), list);
    if (some.length > most) {
      const more = make("button", { type: "button", className: "more", textContent: say("rest", spoken.format(some.length - most)) });
      more.addEventListener("click", () => {
        list.append(...some.slice(most).map((quote) => entryOf(quote, own)));
        more.remove();
      });
      section.append(more);
    }
    return section;
  }

  /* Bars by month, from the first to the last. */
  function timeOf(some) {
    const counts = new Map();
    for (const { day } of some) if (day) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
    if (!counts.size) return [];
    const number = (told) => Number(told.slice(0, 4)) * 12 + Number(told.slice(5)) - 1;
    const months = [...counts.keys()].sort();
    const first = number(months[0]);
    const size = number(months.at(-1)) - first + 1;
    const step = Math.min(28, 640 / size);
    const highest = Math.max(...counts.values());
    const svg = (tag, attributes, ...children) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children);
      return element;
    };
    const width = Math.max(Math.ceil(step * size), 40) + 30;
    const bars = [...counts].map(([told, found]) => {
      const height = Math.max(2, Math.round(64 * found / highest));
      return svg("rect", { x: (number(told) - first) * step, y: 70 - height, width: Math.max(1, step - 1), height }, svg("title", {}, `${told}${say("colon")}${found}`));
    });
    const ticks = svg("g", { class: "ticks" });
    let last = -100;
    for (let at = 0; at < size; at += 1) {
      if ((at && (first + at) % 12) || at * step - last < 34) continue;
      last = at * step;
      ticks.append(svg("text", { x: last, y: 86 }, String(Math.floor((first + at) / 12))));
    }
    const picture = svg("svg", { class: "chart", role: "img", "aria-label": say("over_time"), width, height: 90, viewBox: `0 0 ${width} 90` }, ...bars, ticks);
    return [make("p", { className: "quiet", textContent: say("over_time") }), picture];
  }

  /* Who is named in the same articles, those in most of them first. */
  function besideOf(own) {
    const articles = new Set(held.entities[own][5]);
    const found = Object.entries(held.entities).filter(([other]) => other !== own)
      .map(([other, entity]) => [other, entity[5].filter((number) => articles.has(number)).length])
      .filter(([, number]) => number).sort((a, b) => b[1] - a[1]).slice(0, 24);
    if (!found.length) return [];
    const rows = found.map(([other, number]) => make("li", {}, linkTo(other), make("span", { className: "count", textContent: spoken.format(number) })));
    return [make("h3", { textContent: say("beside") }), make("ul", { className: "outlets" }, ...rows)];
  }

  function fill(select, values) {
    const chosen = select.value;
    const options = [...new Set(values.filter(Boolean))].sort().map((value) => make("option", { value, textContent: value }));
    select.replaceChildren(select.options[0], ...options);
    select.value = [...select.options].some((option) => option.value === chosen) ? chosen : "";
    select.closest("label").hidden = options.length === 0;
  }

  function draw() {
    const every = key === "quotes";
    const by = every ? quotes : quotes.filter((quote) => isBy(quote, key));
    const about = every ? [] : quotes.filter((quote) => !isBy(quote, key) && quote.about.includes(key));
    const scope = [...by, ...about];
    fill(fields.country, scope.flatMap((quote) => quote.voices.map((voice) => voice.country)));
    fill(fields.source, scope.map((quote) => quote.source));
    fill(fields.since, scope.map((quote) => quote.day?.slice(0, 4)));
    fill(fields.until, scope.map((quote) => quote.day?.slice(0, 4)));
    shown = [];
    const left = sieved(by);
    const right = sieved(about);
    const sections = [];
    if (left.length || every) sections.push(listOf(say(every ? "all" : "by"), left, !every));
    if (right.length) sections.push(listOf(say("about"), right, false));
    if (!left.length && !right.length) sections.splice(0, sections.length, make("p", { className: "empty", textContent: say("none") }));
    one("#dossier-quotes").replaceChildren(...sections);
    one("#dossier-time").replaceChildren(...timeOf(left.length ? left : right));
    return [...left, ...right];
  }

  function open(wanted) {
    key = wanted;
    const entity = held.entities[key];
    const [name, type, country, item, forms, articles] = entity ?? [say("all"), "", "", "", [], []];
    const heading = one("#dossier-name");
    heading.replaceChildren(entity ? make("span", { className: `mention ${type.toLowerCase()}` }, make("bdi", { textContent: name })) : name);
    const facts = one("#dossier-facts");
    facts.replaceChildren([country].filter(Boolean).join(" · "));
    if (item && /^Q\d+$/.test(item)) facts.append(country ? " · " : "", make("a", { href: `https://www.wikidata.org/wiki/${item}`, rel: "noreferrer", textContent: `Wikidata ${item}` }));
    for (const number of articles.slice(0, 40)) facts.append(facts.textContent ? " · " : "", make("a", { href: `#a${number}`, title: held.articles[number - 1][0], textContent: number }));
    one("#dossier-names").textContent = forms.length > 1 ? `${say("forms")}${say("colon")}${forms.map(([words, times]) => (times > 1 ? `${words} ×${times}` : words)).join(", ")}` : "";
    one("#dossier-beside").replaceChildren(...(entity ? besideOf(key) : []));
    fields.type.closest("label").hidden = Boolean(entity) && !quotes.some((quote) => !isBy(quote, key) && quote.about.includes(key));
    draw();
  }

  function table() {
    const cell = (value) => `"${String(value ?? "").replace(/^([=+\-@\t\r])/u, "'$1").replaceAll('"', '""')}"`;
    const rows = draw().map((quote) => [quote.day, quote.source, quote.title, quote.url, quote.voices[0].name, quote.voices[0].type, quote.voices[0].country, quote.text, quote.share / 100, `a${quote.article}-q${quote.number}`, quote.voices.slice(1).map((voice) => voice.name).join("|")]);
    const head = ["date", "source", "title", "url", "speaker", "speaker_type", "speaker_country", "quote", "confidence", "place", "co_speakers"];
    const text = `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
    const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    make("a", { href: url, download: `${plain(one("#dossier-name").textContent).replaceAll(" ", "-") || "quotes"}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  function move(by) {
    const hits = all(".hit", part);
    const at = hits.indexOf(document.activeElement?.closest(".hit"));
    const next = hits[at < 0 ? 0 : Math.max(0, Math.min(hits.length - 1, at + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  }

  let waiting = 0;
  sieve.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 120);
  });
  one("#as-csv").addEventListener("click", table);
  part.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copy(button.closest(".hit"));
  });
  views.watch(() => {
    const name = location.hash.slice(1);
    const wanted = !views.number && (name === "quotes" || Object.hasOwn(held.entities, name)) ? name : null;
    part.hidden = wanted === null;
    if (wanted === null) return;
    views.overview.hidden = true;
    if (wanted !== key) {
      fields.words.value = "";
      open(wanted);
    }
    scrollTo({ top: 0, behavior: "instant" });
    one("#dossier-name").focus({ preventScroll: true });
  });
  return { get open() { return !part.hidden; }, move, copy, box: fields.words };
})();
