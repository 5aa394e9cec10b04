// Elements, made in a line each. Text is text: nothing that comes from anywhere becomes markup.

/** `element("p", {class: "lead"}, "words", child)` */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...there(children));
  return made;
}

function there(children) {
  return children.filter((child) => child !== null && child !== undefined && child !== "");
}

/** Shows this in place of what was there, and has it read from its heading on. */
export function show(...children) {
  const main = document.querySelector("main");
  main.replaceChildren(...there(children));
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}
