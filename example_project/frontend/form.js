// A form as its schema describes it: this file knows no petition and no fund.

import { element } from "./dom.js";

/** The element of a form. `send(values)` is called with what was typed; it may throw a `Problem`
 *  with messages for the fields. `button`: what the button says. */
export function draw(schema, button, words, send) {
  const said = element("p", { class: "form__said", role: "status" });
  const fields = schema["x-order"].map((name) => field(name, schema, words));
  const press = element("button", {}, button);
  const form = element("form", { novalidate: true }, ...fields, said, press);
  form.addEventListener("change", () => fold(form, schema));
  fold(form, schema);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (press.disabled) return;
    press.disabled = true;
    clear(form, said);
    try {
      await send(values(form, schema));
    } catch (problem) {
      said.textContent = problem.errors ? problem.message : words.offline;
      mark(form, problem.errors || {}, said);
    }
    press.disabled = false;
  });
  return form;
}

function field(name, schema, words) {
  const property = schema.properties[name];
  const id = `field-${name}`;
  const help = property.description && element("small", { id: `${id}-help` }, property.description);
  const error = element("p", { class: "field__error", id: `${id}-error`, hidden: true });
  const described = `${help ? `${id}-help ` : ""}${id}-error`;
  const required = schema.required.includes(name);
  const label = required ? property.title : `${property.title} ${words.optional}`;
  const common = { name, id, required, "aria-describedby": described };
  switch (property["x-widget"]) {
    case "hidden":
      return element("input", { type: "hidden", name, value: property.default });
    case "radio":
    case "checkboxes": {
      const type = property["x-widget"] === "radio" ? "radio" : "checkbox";
      const choices = (property.items || property).oneOf.map((choice) => box(type, name, choice, property));
      const legend = element("legend", {}, property.title);
      return element("fieldset", { "data-field": name, "aria-describedby": described }, legend, ...choices, help, error);
    }
    case "checkbox": {
      const value = property.const || "true";
      const input = element("input", { ...common, type: "checkbox", value });
      const words_ = element("label", { for: id }, input, element("span", {}, property.title));
      return element("div", { class: "field field--box", "data-field": name }, words_, help, error);
    }
  }
  const input = control(property, common);
  return element("div", { class: "field", "data-field": name }, element("label", { for: id }, label), input, help, error);
}

function box(type, name, choice, property) {
  const checked = [].concat(property.default ?? "").includes(choice.const);
  const input = element("input", { type, name, value: choice.const, checked });
  return element("label", { class: "choice" }, input, element("span", {}, choice.title));
}

function control(property, common) {
  const { maxLength, default: value = "" } = property;
  const autocomplete = property["x-autocomplete"];
  if (property["x-widget"] === "select") {
    const choices = property.oneOf.map((choice) =>
      element("option", { value: choice.const, selected: choice.const === value }, choice.title));
    const none = property.oneOf.some((choice) => choice.const === "") ? [] : [element("option", { value: "" }, "—")];
    return element("select", { ...common, autocomplete }, ...none, ...choices);
  }
  if (property["x-widget"] === "textarea") {
    return element("textarea", { ...common, maxlength: maxLength, rows: maxLength > 2000 ? 14 : 3 }, value);
  }
  const type = property["x-widget"] === "email" ? "email" : "text";
  return element("input", { ...common, type, maxlength: maxLength, autocomplete, value });
}

/** What is of use only while others have certain values is shown only then. */
function fold(form, schema) {
  const typed = new FormData(form);
  for (const [name, property] of Object.entries(schema.properties)) {
    if (!property["x-when"]) continue;
    const place = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    const chosen = (other) => typed.get(other) ?? schema.properties[other]?.default ?? "";
    place.hidden = Object.entries(property["x-when"]).some(([other, value]) => chosen(other) !== value);
  }
}

function values(form, schema) {
  const typed = new FormData(form), found = {};
  for (const [name, property] of Object.entries(schema.properties)) {
    if (property.type === "array") found[name] = typed.getAll(name);
    else if (property.type === "boolean") found[name] = typed.has(name);
    else if (typed.get(name)) found[name] = typed.get(name);
  }
  return found;
}

function clear(form, said) {
  said.textContent = "";
  for (const error of form.querySelectorAll(".field__error")) error.hidden = true;
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

function mark(form, errors, said) {
  if (errors[""]) said.textContent = errors[""].join(" ");
  for (const [name, messages] of Object.entries(errors)) {
    const place = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (!place) continue;
    const error = place.querySelector(".field__error");
    error.textContent = messages.join(" ");
    error.hidden = false;
    for (const input of place.querySelectorAll("input, select, textarea")) input.setAttribute("aria-invalid", "true");
  }
  form.querySelector("[aria-invalid]")?.focus();
}
