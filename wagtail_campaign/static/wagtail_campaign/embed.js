/* For the pages of allies: gives each frame of a campaign on the page the height that it needs. It
   listens to those frames alone, each on its own site, and takes nothing from them but a number.
   Without it a frame scrolls. */

(() => {
  const FRAMES = "iframe[data-campaign-embed]";
  const [LEAST, MOST] = [120, 8000];
  const seen = new WeakSet();

  // Whom it asks is the site's own frame, whatever is loaded there by then: the question tells nothing.
  const ask = (frame) => frame.contentWindow?.postMessage("campaign-height?", "*");

  addEventListener("message", ({ data, origin, source }) => {
    const height = Number(data?.campaignHeight);
    if (!height) return;
    for (const frame of document.querySelectorAll(FRAMES)) {
      if (frame.contentWindow !== source || new URL(frame.src).origin !== origin) continue;
      frame.style.height = `${Math.min(Math.max(height, LEAST), MOST)}px`;
      // Some themes hold frames to the proportions that they came with.
      frame.style.maxHeight = "none";
      frame.removeAttribute("height");
      // From oEmbed, a link comes before it for where no frame is shown.
      const link = frame.previousElementSibling;
      if (link?.matches("blockquote[data-campaign-embed]")) link.style.display = "none";
    }
  });

  // Loading doesn't bubble, but is caught on its way down (from the document: the window never hears
  // of it). So are frames that come later.
  document.addEventListener(
    "load",
    ({ target }) => {
      if (!target.matches?.(FRAMES)) return;
      ask(target);
      // Who sent the form reads on at the top of what comes then.
      if (seen.has(target) && target.getBoundingClientRect().top < 0) target.scrollIntoView();
      seen.add(target);
    },
    true,
  );
  document.querySelectorAll(FRAMES).forEach(ask);
})();
