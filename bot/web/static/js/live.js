// Parts of pages that keep themselves up to date. The server answers 204 while what the page shows is still true.
const stale = document.getElementById("stale");
const updated = document.getElementById("updated");
let ended = false;

const poller = (event) => {
  const element = event.detail.ctx?.sourceElement;
  return element?.hasAttribute?.("data-poll") ? element : null;
};

function say(what) {
  if (!stale) return;
  stale.hidden = !what;
  for (const words of stale.querySelectorAll("[data-stale]")) words.hidden = words.dataset.stale !== what;
}

document.addEventListener("htmx:config:request", (event) => {
  const element = poller(event);
  if (!element) return;
  if (ended || document.hidden) {
    event.preventDefault();
    return;
  }
  const request = event.detail.ctx.request;
  request.headers["X-Poll"] = "1";
  request.headers["X-Version"] = element.dataset.version ?? "";
  if (element.dataset.collectIds) {
    const rows = element.querySelectorAll(`[data-${element.dataset.collectIds}]`);
    request.body.set("shown", Array.from(rows, (row) => row.getAttribute(`data-${element.dataset.collectIds}`)).join(","));
  }
});

document.addEventListener("htmx:before:response", (event) => {
  const element = poller(event);
  if (!element) return;
  const { status, headers } = event.detail.ctx.response;
  if (status === 401) {
    ended = true;
    say("login");
  } else if (status >= 400) {
    say("offline");
  } else {
    say(null);
    const version = headers.get("X-Version");
    if (version) element.dataset.version = version;
    if (updated) {
      const now = new Date();
      const digits = [now.getHours(), now.getMinutes(), now.getSeconds()].map((n) => String(n).padStart(2, "0"));
      updated.textContent = `${updated.dataset.words} ${digits.join(":")}`;
    }
  }
});

document.addEventListener("htmx:error", (event) => {
  if (poller(event)) say("offline");
});

function refresh() {
  for (const element of document.querySelectorAll("[data-poll]")) window.htmx?.trigger(element, "refresh", {}, false);
}

document.addEventListener("parceltalk:refresh", refresh);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) refresh();
});

// A log stays at its end when it was there, and where the reader is when they read further up.
function follow(log) {
  let atEnd = true;
  const toEnd = () => { log.scrollTop = log.scrollHeight; };
  log.addEventListener("scroll", () => { atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 48; }, { passive: true });
  new MutationObserver(() => { if (atEnd) toEnd(); }).observe(log, { childList: true, subtree: true, characterData: true });
  toEnd();
}
for (const log of document.querySelectorAll("[data-log]")) follow(log);
