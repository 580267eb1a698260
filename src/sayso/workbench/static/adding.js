// Adding: a field that takes dropped files, and a report that keeps up. Without this, one chooses files in a
// dialogue, and the page loads itself anew.

for (const form of document.querySelectorAll("[data-drop]")) {
  const field = form.querySelector("input[type=file]");
  const over = (on) => form.classList.toggle("over", on);
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  form.addEventListener("dragleave", () => over(false));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    field.files = event.dataTransfer.files;
  });
}

const PAUSE = 1000; // milliseconds
const LONGEST = 10000;

/** Asks again until the job is over; a server that does not answer is asked more rarely. */
async function follow(pause) {
  const here = document.querySelector("[data-progress=on]");
  if (!here) return;
  await new Promise((go) => setTimeout(go, pause));
  let next = PAUSE;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const newer = page.querySelector("[data-progress]");
    // what says how far it is stays the same element, so that it is read out when its words change
    const [said, says] = [here, newer].map((one) => one.querySelector("[role=status]"));
    if (said.textContent !== says.textContent) said.replaceChildren(...says.childNodes);
    says.replaceWith(said);
    const focused = here.contains(document.activeElement);
    here.replaceWith(newer);
    if (focused) newer.querySelector("button")?.focus();
  } catch {
    next = Math.min(LONGEST, pause * 2);
  }
  follow(next);
}

follow(PAUSE);
