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
    row.append(make("span", { class: classes, title: say("tapes.cell", { cell: String(cell) }) }, symbol));
  }
  const name = make("p", { class: "tape-name" }, tapes > 1 ? say("tapes.head.of", { tape: String(t), cell: String(tape.head) }) : say("tapes.head", { cell: String(tape.head) }));
  return [name, row];
}

/** What is said, and of that what does not tell the next token. */
function showTapes(step) {
  const now = replayTo(Math.min(step, data.scene.run.length));
  byId("tapes").replaceChildren(...now.tapes.flatMap((tape, t) => tapeElement(tape, t, now.tapes.length)));
  clearMarks("on");
  mark("node-" + now.state, "on", true);
  const named = (state) => quotation(data.scene.states[state]);
  const written = (symbol) => quotation(data.scene.symbols[symbol]);
  const together = (texts) => texts.reduce((first, second) => say("tapes.and", { first, second }));
  const read = together(now.tapes.map((tape) => written(tape.cells.get(tape.head) || 0)));
  const here = { state: named(now.state), read };
  const so = now.step === 0 ? say("tapes.before", here) : say("tapes.after", { count: now.step, ...here });
  if (now.step === data.scene.run.length) {
    return [so + ". " + say("tapes.halted"), so + "."];
  }
  const action = data.scene.actions[data.scene.run[now.step]];
  mark("edge-" + now.state + "-" + action.state, "on", true);
  const moves = { "-1": say("tapes.left"), 0: say("tapes.stay"), 1: say("tapes.right") };
  const does = {
    writes: together(action.writes.map(written)),
    moves: together(action.moves.map((move) => moves[move])),
    next: named(action.state),
  };
  return [so + "; " + say("tapes.does", does), so + "."];
}
