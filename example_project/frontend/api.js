// The campaign's JSON API: one function for what is read, one for what is sent.

const ROOT = document.querySelector("meta[name=campaign-api]").content;
const ORIGIN = new URL(ROOT).origin;
let last = {};

/** What is refused: a problem document (RFC 9457). */
export class Problem extends Error {
  constructor(document) {
    super(document.title);
    this.errors = document.errors || {};
    this.status = document.status;
  }
}

/** What is at a path below the API ("actions/12"). */
export function read(path, language) {
  return ask(new URL(path, ROOT), { headers: { "Accept-Language": language } });
}

/** Sends a form to the `url` that an action names. Until it is taken, the same again has the same
 *  key: it counts once, however often a bad connection has it pressed. */
export async function send(url, typed, language) {
  const body = JSON.stringify(typed);
  if (last.url !== url || last.body !== body) last = { url, body, key: crypto.randomUUID() };
  const said = await ask(new URL(url, ORIGIN), {
    method: "POST",
    headers: {
      "Accept-Language": language,
      "Content-Type": "application/json",
      "Idempotency-Key": last.key,
    },
    body,
  });
  last = {};
  return said;
}

async function ask(url, options) {
  const answer = await fetch(url, options);
  const said = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Problem(said);
  return said;
}
