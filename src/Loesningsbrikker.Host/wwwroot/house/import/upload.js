// Sends the chosen files one after the other and shows for each whether it waits, is being read, was read, or could not be.
// Without this script the form sends them all at once, and the page that comes back tells the same.
const form = document.getElementById("import-form");
const input = form.querySelector("input[type=file]");
const section = document.getElementById("import-progress");
const list = document.getElementById("import-files");
const summary = document.getElementById("import-summary");

form.addEventListener("submit", (event) => {
  if (input.files.length < 2) return;
  event.preventDefault();
  sendAll([...input.files]);
});

async function sendAll(files) {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  section.hidden = false;
  list.replaceChildren();
  const rows = files.map((file) => addRow(file.name));
  section.querySelector("h2").focus();
  let read = 0;
  for (const [index, file] of files.entries()) {
    summary.textContent = `Læser fil ${index + 1} af ${files.length}.`;
    show(rows[index], "reading", "Bliver læst …");
    const outcome = await send(file);
    if (outcome.id) read++;
    showOutcome(rows[index], outcome);
  }
  const failed = files.length - read;
  summary.textContent = `${read} af ${files.length} filer er læst.` + (failed > 0 ? ` ${failed} kunne ikke læses.` : "");
  const none = document.getElementById("import-none");
  if (none && read > 0) none.textContent = "De filer, der er læst, venter nu på, at du ser dem igennem.";
  button.disabled = false;
  form.reset();
}

async function send(file) {
  const body = new FormData();
  body.append("Files", file);
  body.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.ok) return (await answer.json())[0];
    if (answer.status === 413) return { name: file.name, error: "Filen er større, end systemet tager imod." };
    return { name: file.name, error: (await problem(answer)) ?? "Der skete en fejl. Prøv igen." };
  } catch {
    return { name: file.name, error: "Der er ingen forbindelse. Prøv igen." };
  }
}

async function problem(answer) {
  try {
    return (await answer.json()).title;
  } catch {
    return null;
  }
}

function addRow(name) {
  const row = document.createElement("li");
  const title = document.createElement("span");
  title.className = "import-file-name";
  title.textContent = name;
  row.append(title, document.createElement("span"));
  list.append(row);
  show(row, "waiting", "Venter");
  return row;
}

function show(row, state, ...content) {
  row.lastElementChild.className = `import-file-state import-file-${state}`;
  row.lastElementChild.replaceChildren(...content);
}

function showOutcome(row, { id, name, error }) {
  if (!id) {
    show(row, "failed", `Kunne ikke læses: ${error}`);
    return;
  }
  const link = document.createElement("a");
  link.href = `${form.action}/${id}`;
  link.append("Se den igennem");
  const hidden = document.createElement("span");
  hidden.className = "sr-only";
  hidden.textContent = `: ${name}`;
  link.append(hidden);
  show(row, "read", "Læst. ", link);
}
