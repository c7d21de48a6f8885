// Ticking twenty-five boxes by hand is tiresome; nothing is concluded before the button below is pressed.
const form = document.querySelector(".meeting-conclusions");
const rows = form ? [...form.querySelectorAll("fieldset.meeting-row")] : [];
const tickOf = row => row.querySelector("input[type=checkbox]");
const followsYes = row => row.querySelector("input[value=Recognised]:checked[data-proposed]") !== null;

function count() {
  const chosen = rows.filter(row => tickOf(row).checked).length;
  form.querySelector("[data-chosen]").textContent = chosen === 1 ? "1 brik er valgt" : `${chosen} brikker er valgt`;
}

if (form) {
  const all = form.querySelector("[data-choose-all]");
  if (all && rows.some(followsYes)) {
    all.hidden = false;
    all.querySelector("button").addEventListener("click", () => {
      rows.filter(followsYes).forEach(row => { tickOf(row).checked = true; });
      count();
    });
  }
  form.addEventListener("change", count);
  count();
}
