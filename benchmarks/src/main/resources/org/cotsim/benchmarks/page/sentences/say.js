// The sentences of one language: texts only ever become text nodes and attribute values.

const sentences = JSON.parse(document.getElementById("sentences").textContent); // of one language, by keys

const number = (count) => count.toLocaleString("en-US").replace(/,/g, "\u202f");

/** A number that is not whole, as the language has it; machines read it with a point. */
const figure = (value) => {
  const [whole, ...rest] = String(value).split(".");
  return [whole.replace(/\d+/, (digits) => number(Number(digits))), ...rest].join(sentences["number.point"]);
};

/** A sentence in parts: its values may be texts, numbers and elements. */
function parts(key, values = {}) {
  if (!(key in sentences)) {
    throw new Error("no sentence " + key);
  }
  const found = [];
  let from = 0;
  for (const hole of sentences[key].matchAll(/\{([a-z]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g)) {
    const value = values[hole[1]];
    if (value === undefined) {
      throw new Error("no value for " + hole[0] + " in " + key);
    }
    found.push(sentences[key].slice(from, hole.index));
    found.push(hole[2] !== undefined ? hole[value === 1 ? 2 : 3] : typeof value === "number" ? number(value) : value);
    from = hole.index + hole[0].length;
  }
  found.push(sentences[key].slice(from));
  return found.filter((part) => part !== "");
}

/** A sentence as text. */
const say = (key, values) => parts(key, values).join("");
