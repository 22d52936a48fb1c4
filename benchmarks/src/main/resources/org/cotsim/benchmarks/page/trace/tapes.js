// The tapes and heads of a Turing machine, replayed from its steps.

const CELLS_AROUND_HEAD = 7;
let replayed = null; // the latest situation, from which later ones are reached

function freshTapes() {
  const tapes = [];
  for (let t = 0; t < data.scene.tapes; t++) {
    tapes.push({ cells: new Map(), head: 0, written: null });
  }
  data.scene.input.forEach((symbol, cell) => tapes[0].cells.set(cell, symbol));
  return { step: 0, state: data.scene.initial, before: -1, tapes };
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
    replayed.before = replayed.state;
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
  const state = "\u201c" + data.scene.states[now.state] + "\u201d";
  const read = now.tapes.map((tape) => "\u201c" + data.scene.symbols[tape.cells.get(tape.head) || 0] + "\u201d").join(" and ");
  if (now.step === 0) {
    return "Before the first step: state " + state + ", under the head " + read + ".";
  }
  mark("edge-" + now.before + "-" + now.state, "on", true);
  return "After " + plural(now.step, "step") + ": state " + state + ", under the head " + read + ".";
}
