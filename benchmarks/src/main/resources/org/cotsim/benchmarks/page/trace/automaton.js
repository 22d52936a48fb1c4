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

function showAutomaton(step) {
  const { states, run, accepting } = data.scene;
  clearMarks("on");
  if (step === 0) {
    return "The chain begins with the state in which the automaton starts: " + states[run[0]] + ".";
  }
  const read = Math.min(step, run.length) - 1;
  const here = states[run[read]];
  mark("node-" + run[read], "on", true);
  const so = read === 0 ? "Before the first symbol" : "After " + plural(read, "symbol");
  if (read === run.length - 1) {
    return so + " the automaton is in " + here + ". The word ends here, and " + here
      + (accepting.includes(run[read]) ? " accepts." : " does not accept.");
  }
  mark("edge-" + run[read] + "-" + run[read + 1], "on", true);
  return so + " the automaton is in " + here + ". Symbol " + number(read + 1) + " is " + quoted(tokenAt(read + 1))
    + ", so it goes to " + states[run[read + 1]] + " next.";
}
