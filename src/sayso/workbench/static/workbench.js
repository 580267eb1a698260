// What HTML cannot do. Every page works without it.

// -- an article: a mark and its card light up together --

const LIT = "lit";

/** The ids of claims and events that an element plays a part in: the classes a1, v2 … */
const owners = (element) => [...element.classList].filter((name) => /^[av]\d+$/.test(name));

/** The innermost mark or card around what is pointed at. */
const tied = (target) => (target instanceof Element ? target.closest("mark, .card") : null);

function tie(article) {
  let lit = [];
  const clear = () => {
    lit.forEach((one) => one.classList.remove(LIT));
    lit = [];
  };
  const light = (element, scrolls) => {
    clear();
    const names = element ? owners(element) : [];
    // a mark stands in all that is said around it; the innermost claim and event are its own
    const last = (kind) => names.findLast((name) => name.startsWith(kind));
    const own = element?.matches(".card") ? names : [last("a"), last("v")].filter(Boolean);
    for (const name of own) {
      for (const one of article.querySelectorAll(`.${name}`)) {
        one.classList.add(LIT);
        lit.push(one);
        if (scrolls && one.matches(".card")) reveal(one);
      }
    }
  };
  article.addEventListener("pointerover", (event) => light(tied(event.target), true));
  article.addEventListener("pointerleave", clear);
  article.addEventListener("focusin", (event) => light(tied(event.target), true));
  article.addEventListener("focusout", clear);
}

/** Moves a card into sight within its own list; the page stays where it is. */
function reveal(card) {
  const list = card.closest("section, .lists");
  if (!list || list.scrollHeight <= list.clientHeight + 1) return;
  const above = card.offsetTop - list.offsetTop;
  if (above < list.scrollTop || above + card.offsetHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = above - list.clientHeight / 3;
  }
}

document.querySelectorAll("[data-ties]").forEach(tie);

// -- everywhere: "/" goes to the search box, "j" and "k" to the next and the former row --

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

function step(by) {
  const rows = [...document.querySelectorAll(".hits > li")].map((row) => row.querySelector(".cited a")).filter(Boolean);
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.closest("li").contains(document.activeElement));
  rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))].focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const box = document.querySelector("main input[type=search], input[type=search]");
  if (event.key === "/" && box) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
});
