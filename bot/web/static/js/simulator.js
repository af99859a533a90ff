// The phone feels instant: after every press the page looks again at once and a few times more, while the worker sends.
const SOON = [40, 150, 300, 500, 800, 1200, 1800, 2600];

document.addEventListener("htmx:after:request", (event) => {
  const form = event.detail.ctx?.sourceElement;
  if (!form?.hasAttribute?.("data-acts")) return;
  for (const field of form.querySelectorAll("[data-clears]")) if (event.detail.ctx.response.status < 400) field.value = "";
  for (const wait of SOON) setTimeout(() => document.dispatchEvent(new Event("parceltalk:refresh")), wait);
});
