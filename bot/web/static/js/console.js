// Keys, drafts and the help of the staff console. Everything also works without this file.
const rows = () => [...document.querySelectorAll(".rows .row-link")];
const keysOn = document.getElementById("keys-on");
const help = document.getElementById("keys");

const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode */ } };

if (keysOn) {
  keysOn.checked = remembered("keys") !== "off";
  keysOn.addEventListener("change", () => remember("keys", keysOn.checked ? "on" : "off"));
}

function step(by) {
  const links = rows();
  if (!links.length) return;
  const here = links.indexOf(document.activeElement?.closest?.("li")?.querySelector(".row-link"));
  const next = here < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, here + by));
  links[next].focus();
  links[next].closest("li").scrollIntoView({ block: "nearest" });
}

function press(key) {
  const inRow = document.activeElement?.closest?.("li.row");
  const target = (inRow ?? document.querySelector(".case-page main"))?.querySelector(`[data-key="${key}"]`);
  if (!target || target.disabled) return;
  if (target.matches("textarea")) target.focus();
  else target.click();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  c: () => press("claim"),
  r: () => press("reply"),
  u: () => document.getElementById("back")?.click(),
  "?": () => help?.showModal(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && typing.form?.id === "answer") typing.form.requestSubmit();
    if (event.key === "Escape") typing.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
  if (!keysOn?.checked && event.key !== "?") return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens)?.showModal());
}
for (const field of document.querySelectorAll("[data-submits]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}

// What an agent was writing survives a reload, a sign-out and a crash of the tab, in this tab only.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const field = form.querySelector("textarea");
  const key = `draft:${form.dataset.draft}`;
  if (location.hash === "#end") { // where an answer that was sent leads
    sessionStorage.removeItem(key);
    history.replaceState(null, "", location.pathname + location.search);
  }
  const kept = sessionStorage.getItem(key);
  if (kept && !field.value) field.value = kept;
  field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
  // htmx, which counts the length, listens from the next task on.
  if (field.value) setTimeout(() => field.dispatchEvent(new Event("input", { bubbles: true })), 20);
}

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.closing[open]")) if (!open.contains(event.target)) open.open = false;
});
