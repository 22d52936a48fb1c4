// The decoder in this page: the Java classes of the command line, compiled. It builds the weights
// and decodes whatever word is typed; what it answers is shown like the run that the page came with.

const SOON = 250; // milliseconds after the last key
const MOST_LETTERS = 400; // of a word, so that the page answers while one types

const original = JSON.parse(byId("data").textContent);
let current = original; // what is shown
let decoder = null;
let due = 0;

const symbolsOf = (data) => data.sequence.slice(1, data.promptLength - 1).map((token) => data.tokens[token].text);

function wordOf(data) {
  const symbols = symbolsOf(data);
  const plain = data.live.alphabet.every((symbol) => [...symbol].length === 1);
  return plain ? symbols.join("") : symbols.length === 1 && /^\[/.test(symbols[0]) ? JSON.stringify(symbols) : symbols.join(" ");
}

function tell(text, refused) {
  byId("live-said").textContent = text;
  byId("live-said").classList.toggle("wrong-text", refused);
  byId("word").setAttribute("aria-invalid", String(refused));
}

/** Shows another run in place of the one before. */
function display(data, parts) {
  shown.abort();
  shown = new AbortController();
  current = data;
  if (parts) {
    document.querySelectorAll("[data-part]").forEach((element) => {
      element.innerHTML = parts[element.dataset.part]; // escaped where the page's own HTML is
    });
  }
  showRun(data);
  showLetters();
}

function showLetters() {
  const alphabet = current.live.alphabet;
  const plain = alphabet.every((symbol) => [...symbol].length === 1);
  byId("letters").replaceChildren(
    ...alphabet.slice(0, 12).map((symbol) =>
      make("button", { type: "button", title: "Write this letter at the end", onclick: () => write(plain || byId("word").value === "" ? symbol : " " + symbol) }, symbol),
    ),
  );
  byId("original").hidden = current.live.name === original.live.name;
}

function write(text) {
  byId("word").value += text;
  decodeNow();
}

/** Asks the decoder; whether it answered. */
function ask(request, word) {
  clearTimeout(due);
  if ((word.includes(" ") ? word.split(" ") : [...word]).length > MOST_LETTERS) {
    tell("That is more than " + MOST_LETTERS + " letters; the command line decodes longer words.", true);
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
  display(answer.data, answer.parts);
  const took = Math.max(1, Math.round(performance.now() - began));
  const letters = answer.data.n;
  tell("Built and decoded here in " + took + " ms: " + letters + (letters === 1 ? " letter, " : " letters, ")
    + answer.data.steps + (answer.data.steps === 1 ? " step." : " steps."), false);
  return true;
}

function refusal(text) {
  const plain = text.replace(/^word, column (\d+): /, "Letter $1: ").replace(/^word: /, "").replace("--alphabet", "the field beside it");
  return plain + (/[.!?]$/.test(plain) ? "" : ".") + " Below is still the word before.";
}

function decodeNow() {
  return ask(current.live, byId("word").value);
}

function useExpression() {
  const regex = byId("regex").value;
  const letters = byId("regex-letters").value;
  const { by, hash, positions, norms, folds, maxLength } = current.live;
  const request = { by, hash, positions, norms, folds, maxLength, regex, ...(letters.trim() === "" ? {} : { letters }) };
  const words = [byId("word").value, ""]; // the word may not be one over the new letters
  if (words.some((word) => ask(request, word))) {
    byId("word").value = wordOf(current);
  }
}

byId("live").addEventListener("submit", (event) => {
  event.preventDefault();
  if (byId("another").open && ["regex", "regex-letters", "build"].includes(document.activeElement.id)) {
    useExpression();
  } else {
    decodeNow();
  }
});

byId("word").addEventListener("input", () => {
  clearTimeout(due);
  due = setTimeout(decodeNow, SOON);
});

byId("draw").addEventListener("click", () => {
  const alphabet = current.live.alphabet;
  const length = Math.max(1, current.n);
  const symbols = Array.from({ length }, () => alphabet[Math.floor(Math.random() * alphabet.length)]);
  byId("word").value = symbols.join(alphabet.every((symbol) => [...symbol].length === 1) ? "" : " ");
  decodeNow();
});

byId("original").addEventListener("click", () => {
  byId("word").value = wordOf(original);
  ask(original.live, byId("word").value);
});

byId("word").value = wordOf(original);
display(original);
