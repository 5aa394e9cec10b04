// The pages, by the address behind the #: "#/kk/" lists what is open, "#/kk/actions/12" is one of it.

import { Problem, read, send } from "./api.js";
import { element, show } from "./dom.js";
import { draw } from "./form.js";
import { letters } from "./letters.js";
import { LANGUAGES, WORDS } from "./words.js";

addEventListener("hashchange", open);
open();

async function open() {
  const [language, , id] = location.hash.slice(2).split("/");
  if (!LANGUAGES[language]) {
    const wanted = navigator.languages.map((code) => code.split("-")[0]).find((code) => LANGUAGES[code]);
    location.replace(`#/${wanted || "en"}/`);
    return;
  }
  const words = WORDS[language];
  document.documentElement.lang = language;
  frame(language, words, []);
  try {
    await (id ? action(language, words, id) : list(language, words));
  } catch (problem) {
    show(element("h1", {}, problem instanceof Problem ? words.missing : words.offline));
  }
}

function frame(language, words, translations) {
  const there = Object.fromEntries(translations.map((page) => [page.language, page.id]));
  document.querySelector(".top__home").textContent = words.title;
  document.querySelector(".top__home").href = `#/${language}/`;
  document.querySelector(".foot").textContent = words.demo;
  document.querySelector(".top__languages").replaceChildren(
    ...Object.entries(LANGUAGES).map(([code, name]) => {
      const href = there[code] ? `#/${code}/actions/${there[code]}` : `#/${code}/`;
      return element("a", { href, lang: code, "aria-current": code === language ? "true" : null }, name);
    }),
  );
}

async function list(language, words) {
  const { actions } = await read(`actions?language=${language}`, language);
  document.title = words.title;
  show(
    element("h1", {}, words.title),
    element("p", { class: "lead" }, words.lead),
    actions.length ? null : element("p", {}, words.none),
    ...actions.map((one) =>
      element("article", { class: "card" },
        element("h2", {}, element("a", { href: `#/${language}/actions/${one.id}` }, one.title)),
        element("p", {}, one.intro),
        element("p", { class: "card__more", "aria-hidden": "true" }, `${one.invitation} →`))),
  );
}

async function action(language, words, id) {
  const page = await read(`actions/${id}`, language);
  document.title = page.title;
  frame(language, words, [...page.translations, page]);
  show(
    element("p", {}, element("a", { href: `#/${language}/` }, `← ${words.all}`)),
    element("h1", {}, page.title),
    element("p", { class: "lead" }, page.intro),
    progress(page.action, words, language),
    ...(await doable(page, words, language)),
  );
}

function doable(page, words, language) {
  const { action } = page;
  if (!action.is_open || !Object.keys(action.forms).length) return [element("p", {}, words.closed)];
  const drawn = (offered) => forms(offered, words, language);
  return action.kind === "letter" ? letters(page, words, language, drawn) : drawn(action.forms);
}

function progress({ count, goal, currency }, words, language) {
  if (!goal) return null;
  const style = currency ? { style: "currency", currency, maximumFractionDigits: 0 } : {};
  const said = (number) => new Intl.NumberFormat(language, style).format(number);
  return element("div", { class: "progress" },
    element("progress", { value: Math.min(count, goal), max: goal, "aria-label": words.of(said(count), said(goal)) }),
    element("p", {}, words.of(said(count), said(goal))));
}

function forms(offered, words, language) {
  return Object.entries(offered).filter(([, form]) => form).map(([verb, { url, schema }]) =>
    element("section", { class: "act" },
      element("h2", {}, words.headings[verb] || verb),
      draw(schema, words.verbs[verb] || verb, words, async (typed) => {
        const said = await send(url, typed, language);
        if (said.checkout_url) location.assign(said.checkout_url);
        else show(element("h1", {}, words.checkMail), element("p", { class: "lead" }, words.checkMailText));
      })));
}
