// The decoder in this page: the Java classes of the command line, compiled. It builds the weights
// and decodes whatever word is typed; what it answers is shown like the run that the page came with.

const SOON = 250; // milliseconds after the last key
const FLUENT = 600; // what takes longer waits for the enter key
const MOST_LETTERS = 400; // of a word, so that the page answers while one types

const original = JSON.parse(byId("data").textContent);
const exercises = original.exercises || []; // words to be guessed; their runs are nowhere in the page
let current = original; // what is shown
let expression = {}; // by which the language was asked for, if it is not the page's own
let decoder = null;
let wait = 0;
let tableShown = ""; // as text
let slow = false; // whether the last answer took long

const isPlain = (live) => live.alphabet.every((symbol) => [...symbol].length === 1);

const symbolsOf = (data) => data.sequence.slice(1, data.promptLength - 1).map((token) => data.tokens[token].text);

const wordOf = (data) => symbolsOf(data).join(isPlain(data.live) ? "" : " ");

function tell(text, refused) {
  byId("live-said").textContent = text;
  byId("live-said").classList.toggle("wrong-text", refused);
  byId("word").setAttribute("aria-invalid", String(refused));
}

/** Shows a run in place of the one before. */
function display(data, parts) {
  clearTimeout(due);
  shown.abort();
  shown = new AbortController();
  current = data;
  if (parts) {
    document.querySelectorAll("[data-part]").forEach((element) => {
      element.innerHTML = parts[element.dataset.part]; // escaped as in the page's own HTML
    });
  }
  showRun(data);
  showLetters();
}

function showLetters() {
  const { alphabet, name } = current.live;
  byId("letters").replaceChildren(
    ...alphabet.slice(0, 12).map((symbol) =>
      make("button", { type: "button", title: "Write this letter at the end", onclick: () => write(symbol) }, symbol),
    ),
  );
  byId("original").hidden = name === original.live.name;
  const table = tableText(current.live);
  if (table !== tableShown) {
    tableShown = table; // what is edited stays while only words change
    showTable(current.live);
  }
}

function write(symbol) {
  const word = byId("word");
  word.value += (isPlain(current.live) || word.value === "" ? "" : " ") + symbol;
  decodeNow();
}

/**
 * Asks the decoder and shows what it answers; whether it did.
 *
 * keepsStep: whether the step and the budget are those of the address, not the first ones.
 */
function ask(request, word, asked, keepsStep) {
  clearTimeout(wait);
  if ((word.includes(" ") ? word.split(" ") : [...word]).length > MOST_LETTERS) {
    tell("That is more than " + MOST_LETTERS + " letters; the command line decodes longer words.", true);
    return false;
  }
  if (!request) {
    tell("The transition table of this address cannot be read.", true);
    return false;
  }
  decoder = decoder || loadDecoder();
  const began = performance.now();
  const answer = JSON.parse(decoder.answer(JSON.stringify(request), word));
  if (answer.refused) {
    tell(refusal(answer.refused), true);
    return false;
  }
  document.title = answer.title;
  expression = asked;
  place = { ...asked, word };
  if (!keepsStep) {
    const mode = byId("predict").value;
    address = new URLSearchParams({ ...place, ...(mode === "off" ? {} : { predict: mode }) }).toString();
    flushAddress(); // before the run is shown, which begins where the address says
  }
  display(answer.data, answer.parts);
  document.querySelector(".theory").open &&= keepsStep; // who types has read it
  const took = Math.max(1, Math.round(performance.now() - began));
  slow = took > FLUENT;
  const { n, steps } = answer.data;
  tell("Built and decoded here in " + took + " ms: " + n + (n === 1 ? " letter, " : " letters, ")
    + steps + (steps === 1 ? " step." : " steps.") + (slow ? " Press enter after the next word." : ""), false);
  return true;
}

function refusal(text) {
  const plain = text.split("\n")[0].replace(/^word, column (\d+): /, "Letter $1: ").replace(/^word: /, "").replace("--alphabet", "the field \u201cLetters\u201d");
  return plain + (/[.!?]$/.test(plain) ? "" : ".") + " What is shown is still the word before.";
}

function decodeNow() {
  return ask(current.live, byId("word").value, expression, false);
}

/** The way to build and all that belongs to it, with another language; null if that cannot be read. */
function requestOf(asked) {
  const { by, hash, positions, norms, folds, maxLength } = original.live;
  if (asked.table !== undefined) {
    const table = tableRequest(asked.table);
    return table && { by, hash, positions, norms, folds, maxLength, ...table };
  }
  return asked.regex === undefined ? original.live : { by, hash, positions, norms, folds, maxLength, ...asked };
}

function useTable(table) {
  useLanguage({ table });
}

function useExpression() {
  const letters = byId("regex-letters").value.trim();
  const asked = { regex: byId("regex").value, ...(letters === "" ? {} : { letters }) };
  useLanguage(asked);
}

function useLanguage(asked) {
  const words = [...new Set([byId("word").value, ""])]; // the word may not be one over the new letters
  if (words.some((word) => ask(requestOf(asked), word, asked, false))) {
    byId("word").value = wordOf(current);
  }
}

/** A link names the word, and the expression if the language is not the page's own. */
function followAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const asked = {};
  for (const name of ["regex", "letters", "table"]) {
    if (said.has(name)) {
      asked[name] = said.get(name);
    }
  }
  const word = said.get("word");
  const linked = { ...asked, word };
  if (word === null || JSON.stringify(linked) === JSON.stringify(place)) {
    return;
  }
  if (ask(requestOf(asked), word, asked, true)) {
    byId("word").value = wordOf(current);
    byId("regex").value = asked.regex || "";
    byId("regex-letters").value = asked.letters || "";
    byId("another").open = asked.regex !== undefined;
  }
}

byId("live").addEventListener("submit", (event) => {
  event.preventDefault();
  decodeNow();
});

byId("build").addEventListener("click", useExpression);

for (const [part, use] of [["another", useExpression], ["by-table", () => byId("build-table").click()]]) {
  byId(part).addEventListener("keydown", (event) => {
    if (event.key === "Enter" && ["INPUT", "SELECT"].includes(event.target.tagName)) {
      event.preventDefault(); // not the word above
      use();
    }
  });
}

byId("word").addEventListener("input", () => {
  clearTimeout(wait);
  if (!slow) {
    wait = setTimeout(decodeNow, SOON);
  }
});

byId("draw").addEventListener("click", () => {
  const { alphabet } = current.live;
  const symbols = Array.from({ length: Math.max(1, current.n) }, () => alphabet[Math.floor(Math.random() * alphabet.length)]);
  byId("word").value = symbols.join(isPlain(current.live) ? "" : " ");
  decodeNow();
});

byId("original").addEventListener("click", () => {
  byId("word").value = wordOf(original);
  ask(original.live, byId("word").value, {}, false);
});

window.addEventListener("hashchange", followAddress);

function showExercise(index) {
  const exercise = make("strong", {}, "Exercise " + (index + 1) + " of " + exercises.length);
  const next = make("button", { type: "button", onclick: () => showExercise(index + 1) }, "Next exercise");
  next.hidden = index + 1 >= exercises.length;
  ask(original.live, exercises[index], {}, false);
  byId("exercise").replaceChildren(exercise, " ", next);
}

if (exercises.length > 0) {
  byId("predict").value = "token";
  byId("typing").hidden = true;
  byId("exercise").hidden = false;
  showExercise(0);
} else {
  byId("word").value = wordOf(original);
  place = { word: wordOf(original) };
  display(original);
  followAddress();
}
