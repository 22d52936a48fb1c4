// The transition table of an automaton, to be edited: a row for each state, a column for each letter.

const MOST_ROWS = 12; // and columns, that a reader would edit by hand
const MOST_READ = 500; // rows of a table that is only read

/** As text for addresses: the letters, then for each state 1 or 0, whether it accepts, and the next states. */
function tableText({ alphabet, accepting, next }) {
  return JSON.stringify([alphabet, ...next.map((row, state) => [accepting[state], ...row])]);
}

/** What the decoder is asked for, from the text; null if it is none. */
function tableRequest(text) {
  let rows;
  try {
    rows = JSON.parse(text);
  } catch (refused) {
    return null;
  }
  const isState = (value) => Number.isInteger(value) && value >= 0 && value < rows.length - 1;
  const isLetter = (value) => typeof value === "string" && /^\S+$/.test(value);
  const fits = Array.isArray(rows) && rows.length > 1 && rows.every((row) => Array.isArray(row))
    && rows[0].length > 0 && rows[0].every(isLetter) && new Set(rows[0]).size === rows[0].length
    && rows.slice(1).every((row) => row.length === rows[0].length + 1 && [0, 1].includes(row[0]) && row.slice(1).every(isState));
  if (!fits) {
    return null;
  }
  return {
    name: "table",
    summary: "an automaton by its transition table",
    notes: [],
    states: rows.slice(1).map((_, state) => "q" + state),
    alphabet: rows[0],
    accepting: rows.slice(1).map((row) => row[0]),
    next: rows.slice(1).map((row) => row.slice(1)),
  };
}

/** A row for each state, whose cells are made by the two functions. */
function fillTable({ alphabet, states, next }, cell, accepts) {
  const head = make("tr", {}, make("th", { scope: "col" }, say("table.state")), ...alphabet.map((letter) => make("th", { scope: "col", class: "mono" }, letter)), make("th", { scope: "col" }, say("table.accepts")));
  const rows = next.map((row, state) =>
    make("tr", {}, make("th", { scope: "row", class: "mono" }, (state === 0 ? "\u2192 " : "") + states[state]), ...row.map((_, letter) => cell(state, letter)), accepts(state)));
  byId("table").replaceChildren(make("thead", {}, head), make("tbody", {}, ...rows));
}

/** The table of an automaton that is too large to be edited, to be read beside its picture. */
function showLargeTable(automaton) {
  const { alphabet, accepting, next, states } = automaton;
  const size = { states: next.length, letters: alphabet.length, most: MOST_ROWS };
  const readable = next.length <= MOST_READ && alphabet.length <= MOST_ROWS;
  byId("table-large").textContent = say("table.large", size);
  byId("table").replaceChildren();
  if (readable) {
    const text = (content) => make("td", { class: "mono" }, content);
    fillTable(automaton, (state, letter) => text(states[next[state][letter]]), (state) => text(accepting[state] === 1 ? "\u2713" : ""));
  }
}

/** Fills the form with an automaton; what is edited is given back as such. */
function showTable({ alphabet, accepting, next, states }) {
  const edited = { alphabet: [...alphabet], accepting: [...accepting], next: next.map((row) => [...row]), states: [...states] };
  const small = next.length <= MOST_ROWS && alphabet.length <= MOST_ROWS;
  byId("table-title").textContent = say(small ? "live.table" : "table.read");
  byId("table-buttons").hidden = !small;
  byId("table-large").hidden = small;
  if (!small) {
    showLargeTable(edited);
    return edited;
  }
  const again = () => showTable(edited);
  const option = (state, chosen) => {
    const one = make("option", { value: String(state) }, edited.states[state]);
    one.selected = state === chosen;
    return one;
  };
  const cell = (state, letter) => {
    const select = make("select", { "aria-label": say("table.move", { state: edited.states[state], letter: edited.alphabet[letter] }) },
      ...edited.next.map((_, target) => option(target, edited.next[state][letter])));
    select.addEventListener("change", () => (edited.next[state][letter] = Number(select.value)));
    return make("td", {}, select);
  };
  const accepts = (state) => {
    const box = make("input", { type: "checkbox", "aria-label": say("table.accepts.state", { state: edited.states[state] }) });
    box.checked = edited.accepting[state] === 1;
    box.addEventListener("change", () => (edited.accepting[state] = box.checked ? 1 : 0));
    return make("td", {}, box);
  };
  fillTable(edited, cell, accepts);
  byId("add-state").onclick = () => {
    edited.next.push(edited.alphabet.map(() => edited.next.length));
    edited.accepting.push(0);
    edited.states = edited.next.map((_, state) => edited.states[state] || "q" + state);
    again();
  };
  byId("add-state").disabled = edited.next.length >= MOST_ROWS;
  byId("remove-state").onclick = () => {
    edited.next.pop();
    edited.accepting.pop();
    edited.states.pop();
    edited.next = edited.next.map((row) => row.map((target) => Math.min(target, edited.next.length - 1)));
    again();
  };
  byId("remove-state").disabled = edited.next.length < 2;
  byId("build-table").onclick = () => useTable(tableText(edited));
  return edited;
}
