// The breadth-first search: reached vertices, the queue, the edge examined.

function edgeId(from, to) {
  const there = "edge-" + from + "-" + to;
  return byId(there) || data.scene.directed ? there : "edge-" + to + "-" + from;
}

/** What is said, and of that what does not tell the next token. */
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
    return told(say("search.begins", { source: names[source], target: names[target] }));
  }
  if (from === to && !byId("edge-" + from + "-" + from)) {
    return told(say("search.passes", { step: made, vertex: names[from] }));
  }
  mark(edgeId(from, to), "on", true);
  const fresh = order[discovered - 1] === to && (made === 1 || run[made - 2][2] < discovered);
  const said = say(fresh ? "search.reaches" : "search.again", { step: made, from: names[from], to: names[to] });
  return told(to === target ? said + " " + say("search.goal") : said);
}

const told = (said) => [said, said]; // the step was made, it tells nothing of the next

/** All that the oracle's search finds, beside a decoder that takes no step. */
function showWholeSearch() {
  const { names, order, run, source, target } = data.scene;
  ["on", "seen", "used"].forEach(clearMarks);
  order.forEach((vertex) => mark("node-" + vertex, "seen", true));
  run.forEach(([from, to]) => mark(edgeId(from, to), "used", true));
  const found = { count: order.length, all: names.length, source: names[source], target: names[target], steps: run.length };
  return told(say(order.includes(target) ? "search.whole.in" : "search.whole.out", found));
}

function showQueue(names, waiting, begun) {
  const shown = waiting.slice(0, 24);
  const chips = shown.map((vertex, i) => make("span", begun && i === 0 ? { class: "done" } : {}, names[vertex]));
  const more = waiting.length > shown.length ? [say("search.more", { count: waiting.length - shown.length })] : [];
  byId("tapes").replaceChildren(make("p", { class: "tape-name" }, say("search.queue")), make("div", { class: "queue" }, ...chips, ...more));
}
