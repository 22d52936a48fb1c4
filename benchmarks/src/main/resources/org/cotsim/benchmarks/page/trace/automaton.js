// The automaton: where it stands after the symbols read so far.

function mark(id, name, on) {
  const element = byId(id);
  if (element) {
    element.classList.toggle(name, on);
    element.querySelectorAll("path").forEach((path) => {
      if (name === "on" && path.hasAttribute("marker-end")) {
        path.setAttribute("marker-end", on ? "url(#arrow-on)" : "url(#arrow)");
      }
    });
  }
}

function clearMarks(name) {
  document.querySelectorAll(".diagram ." + name).forEach((element) => mark(element.id, name, false));
}

/** What is said, and of that what does not tell the next token. */
function showAutomaton(step) {
  const { states, run, accepting } = data.scene;
  clearMarks("on");
  clearMarks("next");
  if (step === 0) {
    return [say("automaton.starts", { state: states[run[0]] }), say("automaton.starts.hidden")];
  }
  const read = Math.min(step, run.length) - 1;
  const here = states[run[read]];
  mark("node-" + run[read], "on", true);
  const so = read === 0 ? say("automaton.before", { here }) : say("automaton.after", { count: read, here });
  if (read === run.length - 1) {
    const ends = say(accepting.includes(run[read]) ? "automaton.accepts" : "automaton.rejects", { here });
    return [so + " " + ends, so];
  }
  mark("edge-" + run[read] + "-" + run[read + 1], "on", true);
  mark("node-" + run[read + 1], "next", true);
  const symbol = { count: read + 1, symbol: quoted(tokenAt(read + 1)) };
  return [
    so + " " + say("automaton.goes", { ...symbol, state: states[run[read + 1]] }),
    so + " " + say("automaton.goes.hidden", symbol),
  ];
}
