// Forms whose input is a word: those of automata and of machines.

const MOST_LETTERS = 400; // of a word, so that the page answers while one types

const isPlain = (live) => live.alphabet.every((symbol) => [...symbol].length === 1);

function write(symbol) {
  const word = byId("word");
  word.value += (isPlain(current.live) || word.value === "" ? "" : " ") + symbol;
  decodeNow();
}

function drawWord() {
  const { alphabet } = current.live;
  const symbols = Array.from({ length: Math.max(1, current.n) }, () => alphabet[Math.floor(Math.random() * alphabet.length)]);
  byId("word").value = symbols.join(isPlain(current.live) ? "" : " ");
  decodeNow();
}

function showLetters() {
  byId("letters").replaceChildren(
    ...current.live.alphabet.slice(0, 12).map((symbol) =>
      make("button", { type: "button", title: say("live.letter"), onclick: () => write(symbol) }, symbol),
    ),
  );
  byId("draw").hidden = current.live.alphabet.length === 0;
}

/** What the form of a word has in common, whatever else can be typed. */
function wordForm() {
  byId("word").addEventListener("input", () => {
    clearTimeout(wait);
    if (!slow) {
      wait = setTimeout(decodeNow, SOON);
    }
  });
  byId("draw").addEventListener("click", drawWord);
  return {
    field: byId("word"),
    asks: ["word"],
    input: () => ({ word: byId("word").value }),
    inputOf: (data) => ({ word: data.input }),
    exercise: (word) => ({ word }),
    fill: ({ word }) => (byId("word").value = word),
    text: ({ word }) => word,
    others: () => [{ word: byId("word").value }, { word: "" }], // the word may not be one over the new letters
    tooLong: ({ word }) =>
      (word.includes(" ") ? word.split(" ") : [...word]).length > MOST_LETTERS
        ? say("live.long", { most: MOST_LETTERS })
        : "",
    size: "live.decoded",
    plain: (text) => text.replace(/^word, column (\d+): /, (all, at) => say("live.at.letter", { at }) + " ").replace(/^word: /, "").replace("--alphabet", "the field \u201cLetters\u201d"),
  };
}

/** Enter in a field of this part builds what is typed there, and not the word above. */
function buildsOnEnter(part, use) {
  byId(part).addEventListener("keydown", (event) => {
    const typed = event.target.tagName === "TEXTAREA" ? event.ctrlKey || event.metaKey : ["INPUT", "SELECT"].includes(event.target.tagName);
    if (event.key === "Enter" && typed) {
      event.preventDefault();
      use();
    }
  });
}
