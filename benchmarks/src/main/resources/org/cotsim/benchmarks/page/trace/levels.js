// A search that takes all edges at once: the set reached, one more level with every thought.

function showLevels(step) {
  const { names, depths, rounds, target } = data.scene;
  const made = Math.min(step, rounds);
  clearMarks("on");
  clearMarks("seen");
  const reached = names.map((_, vertex) => vertex).filter((vertex) => depths[vertex] >= 0 && depths[vertex] <= made);
  const fresh = reached.filter((vertex) => depths[vertex] === made);
  reached.forEach((vertex) => mark("node-" + vertex, "seen", true));
  fresh.forEach((vertex) => mark("node-" + vertex, "on", true));
  showReached(names, reached, made);
  const goal = reached.includes(target) ? " The goal is among them." : "";
  if (made === 0) {
    return "Before the first thought only " + names[fresh[0]] + " is reached." + goal;
  }
  return "Thought " + number(made) + ": all edges that leave the set are taken at once; "
    + plural(fresh.length, "vertex").replace(/vertexs$/, "vertices") + " joined, "
    + number(reached.length) + " of " + number(names.length) + " are reached." + goal;
}

function showReached(names, reached, made) {
  const { depths } = data.scene;
  const shown = reached.slice().sort((a, b) => depths[b] - depths[a]).slice(0, 24);
  const chips = shown.map((vertex) => make("span", depths[vertex] === made ? {} : { class: "done" }, names[vertex]));
  const more = reached.length > shown.length ? ["\u2026 and " + (reached.length - shown.length) + " more"] : [];
  byId("tapes").replaceChildren(make("p", { class: "tape-name" }, "The set that is thought of; the pale vertices were in it before"), make("div", { class: "queue" }, ...chips, ...more));
}
