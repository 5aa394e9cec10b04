/* In a frame on another site: tells the page around it how high it is, if that is one which the
   action lets in. No module: a sandbox that takes the origin away lets none load. All of it works
   without this file. */

(() => {
  const allowed = document.documentElement.dataset.campaignOrigins.split(" ");
  // A sandbox without "allow-same-origin": no form is taken from it.
  const shut = self.origin === "null";
  // WordPress writes one behind the address, and shows a link in place of the frame until it hears
  // it. (Only sites that are let in show the frame, and hear anything.)
  const secret = new URLSearchParams(location.hash.slice(1)).get("secret");
  let host;

  const tell = () => {
    const height = Math.ceil(document.body.scrollHeight);
    if (host) parent.postMessage({ campaignHeight: height }, host);
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (source !== parent || !allowed.includes(origin)) return;
    if (data === "campaign-height?") host = origin;
    tell();
  });
  // Nothing is observed in a frame that isn't shown.
  addEventListener("load", tell);
  new ResizeObserver(tell).observe(document.body);
  if (!shut) return;

  for (const form of document.forms) form.hidden = true;
  for (const way of document.querySelectorAll("[data-campaign-shut]")) {
    way.hidden = false;
    // Nobody chose its sandbox.
    way.querySelector("p").hidden = Boolean(secret);
  }
  // WordPress's sandbox opens no tab either, but goes to our site if it is asked to.
  const [via] = location.search.match(/via=[^&]+/) ?? [];
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!secret || link?.host !== location.host || link.target === "_self") return;
    event.preventDefault();
    if (via && !link.search.includes(via)) link.search += `${link.search && "&"}${via}`;
    parent.postMessage({ message: "link", value: link.href, secret }, "*");
  });
})();
