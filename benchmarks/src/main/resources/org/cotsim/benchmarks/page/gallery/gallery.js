const byId = id => document.getElementById(id);
const cards = [...document.querySelectorAll(".cards li")];
const sections = [...document.querySelectorAll("main > section")];
const find = byId("find");
const chosen = { words: byId("find-words"), kind: byId("find-kind"), class: byId("find-class") };

function isWanted(card) {
  const text = card.dataset.text || card.textContent.toLowerCase();
  return chosen.words.value.toLowerCase().split(/\s+/).every(word => text.includes(word))
    && (chosen.kind.value === "" || card.dataset.kind === chosen.kind.value)
    && (chosen.class.value === "" || card.dataset.class === chosen.class.value);
}

function show() {
  cards.forEach(card => { card.hidden = !isWanted(card); });
  sections.forEach(section => {
    section.hidden = ![...section.querySelectorAll(".cards li")].some(card => !card.hidden);
  });
  const shown = cards.filter(card => !card.hidden).length;
  byId("found").textContent = shown === cards.length ? say("gallery.found.all", { shown })
    : shown === 0 ? say("gallery.found.none") : say("gallery.found", { shown, count: cards.length });
}

function remember() {
  const kept = new URLSearchParams();
  Object.entries(chosen).forEach(([name, field]) => field.value && kept.set(name, field.value));
  history.replaceState(null, "", kept.size > 0 ? "#" + kept : location.pathname);
  show();
}

function recall() {
  const kept = new URLSearchParams(location.hash.slice(1));
  Object.entries(chosen).forEach(([name, field]) => { field.value = kept.get(name) || ""; });
  Object.values(chosen).forEach(field => { if (field.selectedIndex === -1) { field.value = ""; } });
  show();
}

find.hidden = false;
find.addEventListener("input", remember);
find.addEventListener("submit", event => event.preventDefault());
find.addEventListener("reset", () => setTimeout(remember));
window.addEventListener("hashchange", recall);
recall();
