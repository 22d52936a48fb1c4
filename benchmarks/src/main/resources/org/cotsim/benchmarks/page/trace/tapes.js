// The tapes and heads of a Turing machine, replayed from its steps.

const CELLS_AROUND_HEAD = 7;
let replayed = null; // the latest situation, from which later ones are reached

function freshTapes() {
  const tapes = [];
  for (let t = 0; t < data.scene.tapes; t++) {
    tapes.push({ cells: new Map(), head: 0, written: null });
  }
  data.scene.input.forEach((symbol, cell) => tapes[0].cells.set(cell, symbol));
  return { step: 0, state: data.scene.initial, tapes };
}

function replayTo(step) {
  if (replayed === null || replayed.step > step) {
    replayed = freshTapes();
  }
  while (replayed.step < step) {
    const action = data.scene.actions[data.scene.run[replayed.step]];
    replayed.tapes.forEach((tape, t) => {
      tape.cells.set(tape.head, action.writes[t]);
      tape.written = tape.head;
      tape.head += action.moves[t];
    });
    replayed.state = action.state;
    replayed.step++;
  }
  return replayed;
}

function tapeElement(tape, t, tapes) {
  const row = make("div", { class: "tape", "aria-hidden": "true" });
  for (let cell = tape.head - CELLS_AROUND_HEAD; cell <= tape.head + CELLS_AROUND_HEAD; cell++) {
    const classes = [cell === tape.head ? "head" : "", cell === tape.written ? "written" : ""].join(" ").trim();
    const symbol = tape.cells.has(cell) ? data.scene.symbols[tape.cells.get(cell)] : data.scene.symbols[0];
    row.append(make("span", { class: classes, title: "cell " + cell }, symbol));
  }
  const name = make("p", { class: "tape-name" }, (tapes > 1 ? "Tape " + t + ", h" : "H") + "ead on cell " + tape.head);
  return [name, row];
}

function showTapes(step) {
  const now = replayTo(Math.min(step, data.scene.run.length));
  byId("tapes").replaceChildren(...now.tapes.flatMap((tape, t) => tapeElement(tape, t, now.tapes.length)));
  clearMarks("on");
  mark("node-" + now.state, "on", true);
  const named = (state) => "\u201c" + data.scene.states[state] + "\u201d";
  const written = (symbol) => "\u201c" + data.scene.symbols[symbol] + "\u201d";
  const read = now.tapes.map((tape) => written(tape.cells.get(tape.head) || 0)).join(" and ");
  const so = (now.step === 0 ? "Before the first step" : "After " + plural(now.step, "step"))
    + ": state " + named(now.state) + ", under the head " + read;
  if (now.step === data.scene.run.length) {
    return so + ". Nothing is to be done here: the machine has halted, or was stopped.";
  }
  const action = data.scene.actions[data.scene.run[now.step]];
  mark("edge-" + now.state + "-" + action.state, "on", true);
  const moves = { "-1": "to the left", 0: "not at all", 1: "to the right" };
  return so + "; so it writes " + action.writes.map(written).join(" and ") + ", moves "
    + action.moves.map((move) => moves[move]).join(" and ") + " and enters " + named(action.state) + ".";
}
