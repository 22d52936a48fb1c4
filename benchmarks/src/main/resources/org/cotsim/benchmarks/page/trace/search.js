// The breadth-first search: reached vertices, the queue, the edge examined.

function edgeId(from, to) {
  const there = "edge-" + from + "-" + to;
  return byId(there) || data.scene.directed ? there : "edge-" + to + "-" + from;
}

function showSearch(step) {
  const { names, order, run, source, target } = data.scene;
  const made = Math.min(step, run.length);
  const [from, to, discovered, taken] = made > 0 ? run[made - 1] : [source, source, 1, 0];
  clearMarks("on");
  clearMarks("seen");
  clearMarks("used");
  order.slice(0, discovered).forEach((vertex) => mark("node-" + vertex, "seen", true));
  for (let i = 0; i < made; i++) {
    mark(edgeId(run[i][0], run[i][1]), "used", true);
  }
  mark("node-" + from, "on", true);
  showQueue(names, order.slice(Math.max(0, taken - 1), discovered), taken > 0);
  if (made === 0) {
    return "Searching for a way from " + names[source] + " to " + names[target] + ". Only " + names[source] + " is reached so far.";
  }
  if (from === to && !byId("edge-" + from + "-" + from)) {
    return "Step " + number(made) + ": " + names[from] + " has no edges, so it is passed over.";
  }
  mark(edgeId(from, to), "on", true);
  const fresh = order[discovered - 1] === to && (made === 1 || run[made - 2][2] < discovered);
  return "Step " + number(made) + ": the edge from " + names[from] + " to " + names[to]
    + (fresh ? " reaches " + names[to] + " for the first time." : " leads to a vertex that was reached before.")
    + (to === target ? " That is the goal." : "");
}

/** All that the oracle's search finds, beside a decoder that takes no step. */
function showWholeSearch() {
  const { names, order, run, source, target } = data.scene;
  ["on", "seen", "used"].forEach(clearMarks);
  order.forEach((vertex) => mark("node-" + vertex, "seen", true));
  run.forEach(([from, to]) => mark(edgeId(from, to), "used", true));
  return "For comparison, what a search finds: " + number(order.length) + " of " + number(names.length) + " vertices can be reached from "
    + names[source] + ", and " + names[target] + (order.includes(target) ? " is" : " is not") + " one of them. The search takes " + plural(run.length, "step") + ".";
}

function showQueue(names, waiting, begun) {
  const shown = waiting.slice(0, 24);
  const chips = shown.map((vertex, i) => make("span", begun && i === 0 ? { class: "done" } : {}, names[vertex]));
  const more = waiting.length > shown.length ? ["\u2026 and " + (waiting.length - shown.length) + " more"] : [];
  byId("tapes").replaceChildren(make("p", { class: "tape-name" }, "The queue; the pale vertex is being examined"), make("div", { class: "queue" }, ...chips, ...more));
}
