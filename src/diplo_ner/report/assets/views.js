"use strict";

document.documentElement.classList.add("scripted");

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const told = JSON.parse(one("#told").textContent);
const say = (key, ...values) => values.reduce((words, value) => words.replace("{}", () => value), told[key]);
const spoken = new Intl.NumberFormat(document.documentElement.lang);

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/* The articles: one at a time is in the page, the others wait as source and are built when they are asked for. */
const views = (() => {
  const host = one("#articles");
  const overview = one("#overview");
  const choose = one("#choose");
  const waiting = new Map();
  const watchers = [];
  const leavers = [];
  let number = 0;
  let article = null;

  for (const holder of all("noscript[data-article]", host)) {
    waiting.set(Number(holder.dataset.article), holder.textContent);
    holder.remove();
  }
  const first = one(".doc", host);
  if (first) {
    waiting.set(1, first);
    article = first;
    number = 1;
  }
  const count = waiting.size;

  function source(wanted) {
    const held = waiting.get(wanted);
    return typeof held === "string" ? one(".doc", new DOMParser().parseFromString(held, "text/html")) : held;
  }

  function show(wanted) {
    if (!waiting.has(wanted)) wanted = overview ? 0 : count ? 1 : 0;
    if (wanted !== number || !article) {
      for (const leaver of leavers) leaver();
      if (article) article.remove();
      article = wanted ? document.adoptNode(source(wanted)) : null;
      if (article) host.append(article);
      number = wanted;
    }
    if (overview) {
      overview.hidden = number !== 0;
      choose.value = String(number);
      for (const step of all("[data-step]")) {
        const next = number + Number(step.dataset.step);
        step.disabled = number === 0 ? next < 1 : next < 1 || next > count;
      }
    }
    for (const watcher of watchers) watcher();
  }

  return {
    count,
    show,
    source,
    get number() { return number; },
    get article() { return article; },
    get overview() { return overview; },
    leave(leaver) { leavers.push(leaver); },
    watch(watcher) { watchers.push(watcher); },
  };
})();

/* The address says what is shown: #a3 an article, #a3-q5 a place in it, anything else the overview. */
function follow(moved) {
  const name = location.hash.slice(1);
  const place = /^a(\d+)(?:-|$)/.exec(name);
  if (name === "main" && moved) return;
  const before = views.number;
  views.show(place ? Number(place[1]) : views.overview ? 0 : 1);
  const target = name && document.getElementById(name);
  if (target && target !== views.article && target !== views.overview) {
    reveal(target);
  } else if (before !== views.number) {
    scrollTo({ top: 0, behavior: "instant" });
    const heading = one("h2", views.article || views.overview);
    if (moved && heading) heading.focus({ preventScroll: true });
  }
}

function reveal(target) {
  target.scrollIntoView({ block: "center" });
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
