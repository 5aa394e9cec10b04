// To whom to write, and the letter that starts it: what only urgent actions have.

import { read } from "./api.js";
import { element } from "./dom.js";

/** Where letters of an action are begun: those for everybody, and the embassy nearest to a country.
 *  `forms(forms)` draws what can be sent. */
export async function letters(page, words, language, forms) {
  const { action } = page;
  const root = `urgent-actions/${page.id}/`;
  const place = element("div", { class: "letter", "aria-live": "polite" });

  async function begin(query) {
    const begun = await read(`${root}letter?${query}`, language);
    const heading = begun.target
      ? element("h2", { tabindex: -1 }, begun.target.title)
      : element("h2", { tabindex: -1 }, words.headings.write);
    const beside = begun.beside && element("details", {},
      element("summary", {}, words.beside), element("pre", { lang: begun.beside.language }, begun.beside.text));
    const { write, log } = begun.forms;
    place.replaceChildren(...[heading, contacts(begun.target, words), beside].filter(Boolean), ...forms({ write, log }));
    heading.focus();
  }

  if (action.letter_kind === "solidarity") {
    await begin("");
    return [place];
  }
  const found = element("ul", { class: "targets" });
  const choose = (targets, country) => found.replaceChildren(...targets.map((target) => {
    const press = element("button", { type: "button" }, target.title);
    press.addEventListener("click", () => begin(new URLSearchParams({ target: target.id, country })));
    return element("li", {}, press);
  }));
  const { targets } = await read(`${root}targets`, language);
  choose(targets, "");
  if (!action.missions_of) return [element("h2", {}, words.to), found, place];
  const country = element("select", { id: "country" },
    element("option", { value: "" }, "—"),
    ...action.forms.write.schema.properties.country.oneOf.map(({ const: code, title }) => element("option", { value: code }, title)));
  country.addEventListener("change", async () => {
    const here = await read(`${root}targets?country=${country.value}`, language);
    choose([...here.targets, ...here.missions], country.value);
  });
  return [
    element("h2", {}, words.to),
    element("div", { class: "field" }, element("label", { for: "country" }, words.embassy), country),
    found,
    place,
  ];
}

function contacts(target, words) {
  if (!target) return null;
  const said = target.contacts.filter(({ works }) => works);
  return element("ul", {}, ...said.map(({ value, is_old }) =>
    element("li", {}, is_old ? `${value} (${words.old})` : value)));
}
