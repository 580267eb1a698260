// The queue by keyboard. Without this the same is done by its buttons, a page at a time.

const queue = document.querySelector("[data-queue]");
const last = document.querySelector("[data-last]");
const keys = document.querySelector(".keys");
if (keys) keys.hidden = false;

/** Decisions of this page, the last one at the end: the row and the id of the decision. */
const made = [];

const rows = () => [...queue.children];
const isOpen = (row) => !row.classList.contains("done");
const current = () => rows().find((row) => row.contains(document.activeElement));

function go(by) {
  const all = rows();
  const here = current();
  const from = here ? all.indexOf(here) + by : 0;
  const ahead = by > 0 ? all.slice(from) : all.slice(0, from + 1).reverse();
  const next = ahead.find(isOpen) ?? here;
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function say(words) {
  last.textContent = "";
  const line = document.createElement("p");
  line.textContent = words;
  last.append(line);
}

async function send(fields) {
  const answer = await fetch("/changes", {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams(fields),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail);
  return told.changes[0];
}

async function decide(row, action) {
  if (!isOpen(row) || row.dataset.busy) return;
  row.dataset.busy = "1";
  try {
    const change = await send({ action, id: row.dataset.id });
    row.classList.add("done");
    made.push({ row, id: change.id });
    say(`${change.done[0].toUpperCase()}${change.done.slice(1)} ${row.dataset.id}. u undoes it.`);
    go(1);
  } catch (error) {
    say(error.message);
  } finally {
    delete row.dataset.busy;
  }
}

async function undo() {
  const one = made.pop();
  if (!one) {
    document.querySelector("[data-last] button")?.click();
    return;
  }
  try {
    await send({ action: "undo", id: one.id });
    one.row.classList.remove("done");
    one.row.focus();
    say(`Undone: ${one.row.dataset.id} waits again.`);
  } catch (error) {
    made.push(one);
    say(error.message);
  }
}

queue?.addEventListener("submit", (event) => {
  event.preventDefault();
  decide(event.target.closest("li"), event.submitter.value);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const row = queue && current();
  if (event.key === "u") undo();
  else if (!queue || !queue.querySelector("form")) return;
  else if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (row && event.key === "a") decide(row, "accept");
  else if (row && event.key === "r") decide(row, "reject");
  else if (row && event.key === "e") row.querySelector("[data-edit]").click();
});
