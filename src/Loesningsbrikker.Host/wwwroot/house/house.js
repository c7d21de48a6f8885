// A second tap while the first is on its way sends the form twice; the browser asks the server again for each.
const pause = 4000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  const sent = Number(form.dataset.sent ?? 0);
  if (event.timeStamp - sent < pause && sent > 0) event.preventDefault();
  else form.dataset.sent = event.timeStamp;
});

// Back again from the browser's memory: the form may be sent anew.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// On a narrow screen the row of steps scrolls: the one that is open is brought into sight.
document.querySelector(".house-menu [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
