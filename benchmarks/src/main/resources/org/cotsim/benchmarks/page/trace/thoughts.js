// The set of vertices inside a vector that is fed back, beside a search that writes tokens. Both have
// written the same number of tokens; what the vector holds and which edges the head takes are the
// weights' own numbers.

const thoughts = data.thoughts ? makeThoughts() : null;

function makeThoughts() {
  const { vectors, edges, names, target, takers } = data.thoughts;
  const search = data.usual ? data.usual.scene : null;
  const thinks = vectors.length - 1;
  const most = Math.max(thinks, search ? search.run.length : 0);
  const SHOWN = 6; // tokens of a chain at once
  const many = names.length > 64;
  const slider = byId("clock");

  const isIn = (value) => value > 0.5;
  const members = (vector) => names.map((_, vertex) => vertex).filter((vertex) => isIn(vector[vertex]));

  function listed(vertices) {
    const shown = vertices.slice(0, 10).map((vertex) => names[vertex]).join(", ");
    return vertices.length > 10 ? say("thoughts.more", { shown, count: vertices.length - 10 }) : shown;
  }

  /** The edges that the heads took from a position, each in the direction in which it was taken. */
  function taken(position) {
    const found = [];
    let unseen = 0;
    takers.forEach(([layer, head, backward]) => {
      const seen = attended(layer, head, position);
      unseen += seen.omitted;
      for (const span of seen.spans) {
        for (let at = span.from; at < span.from + span.length; at++) {
          const edge = edges[at - (thinkAt - edges.length)];
          if (edge) {
            found.push(backward ? [edge[1], edge[0]] : edge);
          }
        }
      }
    });
    return { found, unseen };
  }

  /** Marks nodes and edges of one picture; all others lose their marks. */
  function paint(prefix, picture, nodeClasses, edgeClasses) {
    picture.querySelectorAll(".node").forEach((node) => {
      const vertex = Number(node.id.slice((prefix + "node-").length));
      ["seen", "on", "joins"].forEach((name) => node.classList.toggle(name, (nodeClasses.get(vertex) || []).includes(name)));
    });
    picture.querySelectorAll(".edge").forEach((edge) => {
      const ends = edge.id.slice((prefix + "edge-").length);
      const other = ends.split("-").reverse().join("-");
      const mine = edgeClasses.get(ends) || (data.thoughts.directed ? null : edgeClasses.get(other)) || "";
      ["on", "used"].forEach((name) => edge.classList.toggle(name, mine === name));
      const line = edge.querySelector("path");
      if (line.hasAttribute("marker-end")) {
        line.setAttribute("marker-end", "url(#" + prefix + (mine === "" ? "arrow)" : "arrow-on)"));
      }
    });
  }

  function box(value, classes) {
    const level = make("div", {});
    level.style.height = 100 * Math.max(0, Math.min(1, value)) + "%";
    return make("div", { class: "box " + classes }, level);
  }

  function showVector(vector) {
    const largest = Math.max(1e-9, ...vector.found);
    byId("vector").replaceChildren(
      ...names.map((name, vertex) => {
        const joins = isIn(vector.next[vertex]) && !isIn(vector.reached[vertex]);
        const told = say("thoughts.cell", { name, reached: String(vector.reached[vertex]), share: figure(vector.found[vertex]), next: String(vector.next[vertex]) });
        return make(
          "div",
          { class: "vertex" + (vertex === target ? " goal" : ""), title: told },
          make("div", { class: "name" }, name),
          box(vector.reached[vertex], ""),
          box(vector.found[vertex] / largest, "share"),
          box(vector.next[vertex], joins ? "joins" : ""),
        );
      }),
    );
  }

  function showThought(at) {
    const step = Math.min(thinks, Math.max(0, at - thinkAt));
    const vector = vectors[step];
    const reached = members(vector.reached);
    const joining = members(vector.next).filter((vertex) => !isIn(vector.reached[vertex]));
    const edgesTaken = taken(thinkAt + step);
    const nodeClasses = new Map(reached.map((vertex) => [vertex, ["seen"]]));
    joining.forEach((vertex) => nodeClasses.set(vertex, ["joins"]));
    if (isIn(vector.reached[target])) {
      nodeClasses.set(target, ["seen", "on"]);
    }
    const edgeClasses = new Map(edgesTaken.found.map(([from, to]) => [from + "-" + to, "on"]));
    showVector(vector);
    const picture = document.querySelector("#thoughts .diagram");
    paint("t-", picture, nodeClasses, edgeClasses);
    byId("thought-count").textContent = say("thoughts.count", { step, thinks });
    const chain = data.sequence.slice(thinkAt + 1, thinkAt + 1 + thinks).map(textOf);
    showTokens("thought-tokens", chain, step, step === thinks ? textOf(chosen(thinkAt + step, mostSteps)) : "");
    const spent = isForced(thinkAt + step, state.budget) ? " " + say("thoughts.spent") : "";
    byId("thought-said").replaceChildren(...spoken(thoughtText(step, reached, joining, edgesTaken) + spent));
  }

  function thoughtText(step, reached, joining, { found, unseen }) {
    const held = say(step === 0 ? "thoughts.before" : "thoughts.fed", { step, count: reached.length, list: listed(reached) }) + " ";
    const answer = quoted(chosen(thinkAt + step, state.budget));
    const many = found.length + unseen;
    const last = step === thinks && state.budget >= thinks;
    if (isIn(vectors[step].reached[target])) {
      return held + say("thoughts.there", { target: names[target], answer });
    }
    if (many === 0 || joining.length === 0) {
      return held + say((many === 0 ? "thoughts.noedge" : "thoughts.nojoin") + (last ? ".answers" : ""), { many, answer });
    }
    return held + say(many === 1 ? "thoughts.takes.one" : "thoughts.takes", { many, count: joining.length, list: listed(joining) });
  }

  function showChain(clock) {
    if (!search) {
      return;
    }
    const { run, order, source } = search;
    const made = Math.min(clock, run.length);
    const [from, to, discovered] = made > 0 ? run[made - 1] : [source, source, 1];
    const nodeClasses = new Map(order.slice(0, discovered).map((vertex) => [vertex, ["seen"]]));
    nodeClasses.set(from, ["seen", "on"]);
    const edgeClasses = new Map(run.slice(0, made).map(([a, b]) => [a + "-" + b, "used"]));
    edgeClasses.set(from + "-" + to, "on");
    const pictures = document.querySelectorAll("#thoughts .diagram");
    paint("c-", pictures[pictures.length - 1], nodeClasses, made > 0 ? edgeClasses : new Map());
    byId("chain-count").textContent = say("thoughts.chain", { way: data.usual.way, made, steps: run.length });
    byId("chain-said").replaceChildren(...spoken(chainText(made, from, to, discovered)));
    showTokens("chain-tokens", data.usual.chain, made, data.usual.answer);
  }

  /** The latest tokens of a chain and the next ones, which are pale. */
  function showTokens(id, chain, made, answer) {
    const first = Math.max(0, Math.min(made - 4, chain.length - SHOWN));
    const chips = chain.slice(first, first + SHOWN).map((text, i) => {
      const place = first + i + 1;
      return make("span", { class: place === made ? "now" : place > made ? "done" : "" }, text);
    });
    const more = first + SHOWN < chain.length ? ["\u2026"] : made >= chain.length ? [make("strong", {}, answer)] : [];
    byId(id).replaceChildren(...(first > 0 ? ["\u2026"] : []), ...chips, ...more);
  }

  function chainText(made, from, to, discovered) {
    const { run, order, source } = search;
    if (made === 0) {
      return say("thoughts.chain.none", { source: names[source] });
    }
    const fresh = order[discovered - 1] === to && (made === 1 || run[made - 2][2] < discovered);
    const key = "thoughts.chain." + (from === to ? "passes" : fresh ? "reaches" : "again");
    const said = say(key, { made, token: quotation(data.usual.chain[made - 1]), from: names[from], to: names[to], count: discovered });
    return made === run.length ? said + " " + say("thoughts.chain.answers", { answer: quotation(data.usual.answer) }) : said;
  }

  function ending() {
    if (!search) {
      return "";
    }
    const steps = search.run.length;
    const so = say("thoughts.against", { thinks, numbers: names.length, steps }) + " ";
    const joined = vectors.map((vector) => members(vector.next).filter((vertex) => !isIn(vector.reached[vertex])).length);
    const widest = Math.max(...joined.slice(0, Math.max(1, thinks)));
    return so + (widest <= 1 ? say("thoughts.nothing") : say("thoughts.widest", { widest }));
  }

  function moveClock(clock) {
    pause();
    state.clock = Math.max(0, Math.min(most, clock));
    state.at = Math.min(thinkAt + state.clock, lastUnder(state.budget));
    show();
  }

  byId("vector-names").replaceChildren(...["vertex", "reached", "share", "next"].map((name) => make("div", {}, say("thoughts." + name))));
  document.querySelector(".vector").classList.toggle("many", many);
  byId("vector-key").textContent = say("thoughts.key", { target: names[target] });
  byId("thought-ending").textContent = ending();
  slider.max = String(most);
  listen(slider, "input", () => moveClock(Number(slider.value)));
  listen(byId("clock-back"), "click", () => moveClock(state.clock - 1));
  listen(byId("clock-forward"), "click", () => moveClock(state.clock + 1));

  return {
    move: moveClock,
    show(at, clock) {
      slider.value = String(clock);
      slider.setAttribute("aria-valuetext", say("thoughts.written", { count: clock }));
      byId("clock-count").textContent = say("thoughts.written", { count: clock });
      byId("clock-back").disabled = clock === 0;
      byId("clock-forward").disabled = clock === most;
      showThought(at);
      showChain(clock);
    },
  };
}
