/* In a frame on another site: tells the page around it how high it is, if that page asks and is one
   that the action lets in. No module: where a sandbox takes the frame's origin away, browsers load
   none. All of it works without this file. */

(() => {
  const allowed = document.documentElement.dataset.campaignOrigins.split(" ");
  let host;

  const tell = () => {
    if (host) parent.postMessage({ campaignHeight: Math.ceil(document.body.scrollHeight) }, host);
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (data !== "campaign-height?" || source !== parent || !allowed.includes(origin)) return;
    host = origin;
    tell();
  });
  new ResizeObserver(tell).observe(document.body);

  // A sandbox without "allow-same-origin": no form from there is taken.
  if (self.origin === "null") {
    for (const shut of document.querySelectorAll("[data-campaign-shut]")) shut.hidden = false;
    for (const form of document.querySelectorAll("form[method=post]")) form.hidden = true;
  }
})();
