/* What makes the forms of wagtail_campaign nicer to use; all of it works without this file. Every
   word that is shown comes from the page, so that it is in the reader's language. */

const POLL_SECONDS = 15;
const POLL_SECONDS_MOST = 240;
const SEND_SECONDS = 40;
const STUCK_SECONDS = 8;
const SPEAK_SECONDS = 1.5;

start(document);
// A page that comes back from the browser's memory is not sending any more.
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-busy]").forEach((form) => rest(form));
});

/** Brings everything below an element to life. */
function start(root) {
  for (const sent of root.querySelectorAll("[data-campaign-sent]")) {
    drafts()?.removeItem(draftKey(sent.dataset.campaignSent));
  }
  for (const form of root.querySelectorAll("form[data-campaign-form]")) {
    if (form.querySelector("fieldset:disabled")) continue;
    const unsent = form.querySelector("[data-campaign-unsent]");
    if (unsent) {
      keepDraft(form);
      if (form.elements.display) showExamples(form);
      if (form.dataset.tally) followCount(form);
    }
    guardSending(form, unsent);
  }
  root.querySelectorAll("[data-campaign-share]").forEach(offerSharing);
  for (const form of root.querySelectorAll("form[data-campaign-letter]")) {
    showOwnShare(form);
    form.querySelectorAll("[data-campaign-link]").forEach((said) => measureLink(form, said));
    speakOfIt(form);
  }
  root.querySelectorAll("[data-campaign-print]").forEach((button) => {
    button.hidden = false;
    // A link leads to what is to be printed first.
    button.addEventListener("click", () => setTimeout(() => print()));
  });
  root.querySelector("[data-campaign-errors]")?.focus();
}

/* ------------------------------------------------------------------ sending */

/** Sends once; says so where it can't be sent, and keeps what was typed on the page. */
function guardSending(form, unsent) {
  let failures = 0;
  unsent?.querySelector("[data-campaign-retry]").addEventListener("click", () => {
    // The button that is pressed goes away with what it stands in.
    form.querySelector("button[type=submit]").focus();
    form.requestSubmit();
  });
  form.addEventListener("submit", async (event) => {
    // Some buttons lead elsewhere with what was typed, as to a page to print.
    if (event.submitter?.matches("[data-campaign-native]")) return;
    if (form.dataset.busy) return event.preventDefault();
    work(form);
    // Where scripts may not send at all, the browser does it in its own way in the end. Who stops
    // it there may press once more.
    if (!unsent || failures > 1) return setTimeout(() => rest(form), STUCK_SECONDS * 1000);
    event.preventDefault();
    unsent.hidden = true;
    let response;
    try {
      response = await fetch(form.getAttribute("action"), {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        // Taken is taken, whatever becomes of the next page on its way here.
        headers: { Prefer: "return=minimal" },
        signal: AbortSignal.timeout?.(SEND_SECONDS * 1000),
      });
    } catch {
      // Without a connection the browser could do no better.
      if (navigator.onLine) failures += 1;
      rest(form);
      unsent.hidden = false;
      unsent.scrollIntoView({ block: "nearest" });
      return;
    }
    if (response.status === 204) goOn(form, response.headers.get("Location"));
    else if (response.redirected) location.assign(response.url);
    else if (!(await showAnswer(form, response))) form.submit();
  });
}

/** Puts the panel of an answer with errors in place of the form's; false where it has none. */
async function showAnswer(form, response) {
  try {
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    const anchor = form.dataset.campaignForm;
    const panel = document.adoptNode(answer.getElementById(anchor));
    document.getElementById(anchor).replaceWith(panel);
    document.title = answer.title;
    start(panel);
    document.getElementById(`${anchor}-note`)?.focus();
    return true;
  } catch {
    return false;
  }
}

/** Leaves nothing behind of what was sent, for who comes back to the page, and goes to the next. */
function goOn(form, address) {
  for (const control of typed(form)) {
    if (control.type === "checkbox") control.checked = false;
    else if (control.type !== "radio") control.value = "";
  }
  form.dispatchEvent(new Event("input"));
  drafts()?.removeItem(draftKey(form.dataset.campaignForm));
  location.assign(address);
}

function work(form) {
  const button = form.querySelector("button[type=submit]");
  form.dataset.busy = button.textContent;
  button.textContent = button.dataset.campaignBusy ?? form.dataset.busy;
  button.setAttribute("aria-disabled", "true");
}

function rest(form) {
  if (!form.dataset.busy) return;
  const button = form.querySelector("button[type=submit]");
  button.textContent = form.dataset.busy;
  button.removeAttribute("aria-disabled");
  delete form.dataset.busy;
}

/* ------------------------------------------------------------------ the draft */

/** Keeps what is typed for as long as the tab is open, until it was sent. */
function keepDraft(form) {
  const key = draftKey(form.dataset.campaignForm);
  const controls = typed(form);
  const ticks = (control) => control.type === "radio" || control.type === "checkbox";
  const where = form.getAttribute("action");
  if (!("sent" in form.dataset)) {
    const draft = JSON.parse(drafts()?.getItem(key) ?? "null");
    for (const control of draft ? controls : []) {
      const kept = draft[control.name] ?? [];
      // What the link that led here has chosen goes before it.
      if ("campaignChosen" in control.dataset) continue;
      if (ticks(control)) control.checked = kept.includes(control.value);
      // What stood there before anybody typed, as a letter to start from, gives way to its own draft.
      else if (draft[""] === where && control.name in draft) control.value = kept[0] ?? "";
      else control.value ||= kept[0] ?? "";
    }
  }
  form.addEventListener("input", () => {
    const draft = { "": where };
    for (const control of controls) {
      // Boxes of one question have one name.
      if (!ticks(control) || control.checked) (draft[control.name] ??= []).push(control.value);
    }
    try {
      drafts()?.setItem(key, JSON.stringify(draft));
    } catch {
      // The store is full: nothing is kept.
    }
  });
}

/** The controls that a supporter fills in; what robots are meant to is none. */
function typed(form) {
  return [...form.elements].filter(
    (control) =>
      control.name && !["hidden", "submit"].includes(control.type) && !control.closest("[aria-hidden]"),
  );
}

function draftKey(anchor) {
  return `wagtail_campaign:${anchor}`;
}

/** The store of this tab, undefined where the browser has none for us. */
function drafts() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/* ------------------------------------------------------------------ how I would be shown */

/** Shows beside each choice how the name that was typed would look. */
function showExamples(form) {
  const examples = [...form.querySelectorAll("[data-campaign-example]")];
  const samples = examples.map((example) => example.textContent);
  const read = (name) => form.elements[name]?.value.trim() ?? "";
  const show = () => {
    const [first, last] = [read("first_name"), read("last_name")];
    const country = read("country") && form.elements.country.selectedOptions[0].text;
    const looks = {
      anonymous: country && form.dataset.supporterFrom.replace("{country}", country),
      initial: first && (last ? `${first} ${[...last][0]}.` : first),
      full: first && `${first} ${last}`,
    };
    examples.forEach((example, i) => {
      example.textContent = looks[example.dataset.campaignExample] || samples[i];
    });
  };
  form.addEventListener("input", show);
  show();
}

/* ------------------------------------------------------------------ the live count */

/** Asks for the count while the page is looked at, less and less often while nothing happens. */
function followCount(form) {
  const { campaignForm, tally, metrics } = form.dataset;
  const places = document.querySelectorAll(`[data-campaign-progress="${campaignForm}"]`);
  if (!places.length || navigator.connection?.saveData) return;
  let wait = POLL_SECONDS;
  let known;
  let timer;
  const look = async () => {
    wait = Math.min(wait * 1.5, POLL_SECONDS_MOST);
    try {
      const response = await fetch(tally);
      const counts = response.ok ? await response.json() : undefined;
      const count = counts && metrics.split(" ").reduce((sum, name) => sum + (counts[name] ?? 0), 0);
      if (count !== undefined && count !== known) {
        if (known !== undefined) wait = POLL_SECONDS;
        known = count;
        places.forEach((place) => showCount(form, place, count));
      }
    } catch {
      // No connection: the number on the page stays, and the next look comes later.
    }
    plan();
  };
  const plan = () => {
    clearTimeout(timer);
    if (!document.hidden && form.isConnected) timer = setTimeout(look, wait * 1000);
  };
  document.addEventListener("visibilitychange", plan);
  plan();
}

function showCount(form, place, count) {
  const language = form.closest("[lang]").lang;
  const shown = place.querySelector("[data-campaign-count]");
  const bar = place.querySelector("progress");
  const rule = new Intl.PluralRules(language).select(count);
  const words = form.getAttribute(`data-count-${rule}`) ?? form.getAttribute("data-count-other");
  if (!shown || !words || !count) return;
  const number = document.createElement("strong");
  number.textContent = new Intl.NumberFormat(language).format(count);
  const [before, after] = words.split("{n}");
  shown.replaceChildren(before, number, after);
  if (!bar) return;
  bar.value = count;
  place.querySelector("[data-campaign-towards]").hidden = count >= bar.max;
  place.querySelector("[data-campaign-reached]").hidden = count < bar.max;
}

/* ------------------------------------------------------------------ passing it on */

function offerSharing(share) {
  const native = share.querySelector("[data-campaign-share-native]");
  const copy = share.querySelector("[data-campaign-copy]");
  const address = share.querySelector("input, textarea, [data-campaign-text]");
  const copied = share.querySelector("[data-campaign-copied]");
  if (native && navigator.share) {
    native.hidden = false;
    // Whoever changes their mind gets no error.
    native.addEventListener("click", () => navigator.share({ ...native.dataset }).catch(() => {}));
  }
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address.value ?? address.innerText);
    } catch {
      if (address.select) address.select();
      else getSelection().selectAllChildren(address);
      // Where nothing may copy, it stays selected.
      if (!document.execCommand("copy")) return;
    }
    copied.textContent = "";
    setTimeout(() => (copied.textContent = copied.dataset.words), 50);
  });
}

/* ------------------------------------------------------------------ the letter */

/** Says, to its writer alone, how much of a letter is in their own words. */
function showOwnShare(form) {
  const letter = form.elements.text;
  const said = form.querySelector("[data-campaign-own]");
  const words = (text) => text.split(/\s+/).filter(Boolean);
  const known = new Set(words(letter.defaultValue));
  const show = () => {
    const now = words(letter.value);
    const own = now.filter((word) => !known.has(word)).length;
    const percent = now.length ? Math.round((100 * own) / now.length) : 0;
    said.hidden = !percent;
    said.textContent = said.dataset.words.replace("{n}", percent);
  };
  letter.addEventListener("input", show);
  show();
}

/** Says whether the letter still fits into a link that opens it in the mail program. */
function measureLink(form, said) {
  const { campaignLink, most, fits, tooLong } = said.dataset;
  // As the server writes it: RFC 3986, lines end as in mails.
  const length = (text) =>
    encodeURIComponent(text.replace(/\r?\n/g, "\r\n")).replace(/[!'()*]/g, "%00").length;
  const show = () => {
    const subject = form.elements.subject.value;
    const named = subject ? "subject=&".length + length(subject) : 0;
    const number = campaignLink.length + named + length(form.elements.text.value);
    const words = number > Number(most) ? tooLong : fits;
    said.textContent = words.replace("{n}", number).replace("{most}", most);
    said.hidden = false;
  };
  form.addEventListener("input", show);
  show();
}

/** Tells who doesn't see it what the page says of the letter, when a pause is made in writing. */
function speakOfIt(form) {
  const spoken = form.querySelector("[data-campaign-spoken]");
  let timer;
  form.addEventListener("input", ({ target }) => {
    if (target.name !== "text" && target.name !== "subject") return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const shown = [...form.querySelectorAll("[data-campaign-own], [data-campaign-link]")];
      spoken.textContent = shown.map((said) => (said.hidden ? "" : said.textContent)).join(" ");
    }, SPEAK_SECONDS * 1000);
  });
}
