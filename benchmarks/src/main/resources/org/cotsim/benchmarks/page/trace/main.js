// Which position and which budget are shown, and how the reader changes them.

const state = { at: thinkAt, budget: mostSteps, hidden: new Set(), timer: 0, loop: loops ? loops.most : 0, clock: 0 };

function move(position) {
  byId("link-said").replaceChildren();
  state.at = Math.max(0, Math.min(lastUnder(state.budget), predict.limit(), position));
  state.clock = Math.max(0, state.at - thinkAt);
  show();
}

function setBudget(budget) {
  byId("link-said").replaceChildren();
  state.budget = budget;
  state.at = Math.min(state.at, lastUnder(budget), predict.limit());
  state.clock = Math.max(0, state.at - thinkAt);
  show();
}

/** With many heads, those that find one token are shown at first; all of them would cover it. */
function chosenHeads() {
  if ((heads.length <= FEW_HEADS && !loops) || state.touched) {
    return state.hidden;
  }
  const hidden = new Set();
  if (loops) {
    heads.forEach((head, index) => head.layer !== loops.layer(state.loop) && hidden.add(index));
    return hidden;
  }
  heads.forEach((head, index) => {
    const seen = attended(head.layer, head.head, state.at);
    const found = seen.positions === 1 && seen.spans.length === 1 && seen.spans[0].from > 0;
    if (!found) {
      hidden.add(index);
    }
  });
  return hidden;
}

/** The name of a head is English, as what it does is. */
function headText(head) {
  const { loop } = data.layers[head.layer];
  const name = make("span", { lang: "en" }, head.name);
  return parts(loop > 0 ? "main.head.loop" : "main.head", { layer: head.layer + 1, loop, name });
}

function showLegend(hidden) {
  byId("legend").replaceChildren(
    ...heads.map((head, index) => {
      const chip = make("span", { class: "chip", "aria-hidden": "true" });
      chip.style.background = head.colour;
      const toggle = () => {
        state.hidden = new Set(hidden);
        state.touched = true;
        if (!state.hidden.delete(index)) {
          state.hidden.add(index);
        }
        show();
        byId("legend").children[index].firstChild.focus();
      };
      return make(
        "li",
        {},
        make("button", { type: "button", "aria-pressed": String(!hidden.has(index)), title: say("main.arcs"), onclick: toggle }, chip, ...headText(head)),
      );
    }),
  );
}

function showMachine() {
  const atOnce = data.scene.kind === "automaton" && data.steps === 0; // every position knows its state
  const tapes = data.scene.kind === "tapes";
  const step = atOnce ? state.at + 1 : tapes ? machineSteps(state.at) : Math.max(0, state.at - thinkAt);
  const scenes = { automaton: showAutomaton, tapes: showTapes, search: mostSteps === 0 ? showWholeSearch : showSearch };
  const draw = scenes[data.scene.kind];
  if (!draw) {
    byId("machine").hidden = true;
    return;
  }
  const agrees = data.firstWrong < 0 || state.at < data.firstWrong;
  const [said, hidden] = draw(step);
  const cutShort = state.budget < mostSteps && isForced(state.at, state.budget); // so it does not go on
  if (predict.hidesToken(state.at) || cutShort) {
    document.querySelectorAll(".edge.on").forEach((edge) => mark(edge.id, "on", false));
    clearMarks("next");
    byId("machine-said").replaceChildren(...spoken(hidden));
    return;
  }
  byId("machine-said").replaceChildren(...spoken(agrees ? said : said + " " + say("main.wrong", { position: String(data.firstWrong) })));
}

/** The answer in the heading: of the whole chain, or the one that a smaller budget forces. */
function showVerdict() {
  const [token, right, byItself] = data.forced[state.budget];
  const text = byItself ? data.answer : token < 0 ? say("budget.tie") : answered(token);
  if (data.oracle === "" || text === "") {
    byId("verdict").replaceChildren();
    return;
  }
  const answer = make("strong", { class: right ? "right-text" : "wrong-text" }, text);
  const key = !byItself ? (right ? "main.forced.agrees" : "main.forced.disagrees") : right ? "main.agrees" : "main.disagrees";
  const steps = byItself ? data.steps : state.budget;
  byId("verdict").replaceChildren("\u2192 ", ...parts(key, { answer, steps, oracle: data.oracle }));
}

function showButtons() {
  const end = Math.min(lastUnder(state.budget), predict.limit());
  byId("back").disabled = state.at === 0;
  byId("forward").disabled = state.at >= end;
  const playing = state.timer !== 0;
  const does = say(playing ? "main.pause" : "trace.play");
  byId("play").textContent = (playing ? "\u23f8 " : "\u25b6 ") + does;
  byId("play").setAttribute("aria-label", does);
}

function show() {
  const silent = predict.hidesToken(state.at);
  const blind = predict.hidesHeads(state.at);
  const view = { at: state.at, budget: state.budget, hidden: blind ? new Set(heads.keys()) : chosenHeads(), silent };
  byId("said").replaceChildren(...spoken(silent ? asked(state.at) : situation(state.at, state.budget)));
  showVerdict();
  byId("verdict").hidden = silent;
  byId("overview").hidden = blind;
  byId("legend").hidden = blind;
  byId("earlier").hidden = mostSteps === 0 || silent || predict.hidesBudgets(); // nothing to cut short
  if (loops) {
    byId("loops").hidden = silent || blind; // they show what comes
    loops.show(state.at, state.loop);
  }
  if (thoughts) {
    byId("thoughts").hidden = silent || blind;
    thoughts.show(state.at, state.clock);
  }
  strip.show(view);
  overview.show(view);
  showLegend(view.hidden);
  showInside(state.at, state.budget, silent, blind);
  showMachine();
  budget.show(state.budget);
  showButtons();
  predict.show(state.at);
  writeAddress();
}

/** The address says what is shown, so that a link to it shows the same. */
function writeAddress() {
  const said = new URLSearchParams(place);
  if (state.at > thinkAt) {
    said.set("step", String(state.at - thinkAt + 1));
  }
  if (state.budget !== mostSteps) {
    said.set("budget", String(state.budget));
  }
  if (loops && state.loop !== loops.most) {
    said.set("loop", String(state.loop));
  }
  if (predict.isOn()) {
    said.set("predict", byId("predict").value);
  }
  if (state.written === undefined) {
    address = said.toString(); // the page has just been opened so
  } else if (state.written !== said.toString()) {
    noteAddress(said.toString());
  }
  state.written = said.toString();
}

function pause() {
  clearTimeout(state.timer);
  state.timer = 0;
}

shown.signal.addEventListener("abort", pause); // another run takes the place of this one

function tick() {
  if (state.at >= Math.min(lastUnder(state.budget), predict.limit())) {
    pause();
    show();
    return;
  }
  state.timer = setTimeout(tick, Number(byId("speed").value));
  move(state.at + 1);
}

function playOrPause() {
  if (state.timer !== 0) {
    pause();
    show();
    return;
  }
  if (state.at >= lastUnder(state.budget)) {
    state.at = thinkAt;
  }
  tick();
}

/** Where the reader is, and that it is for her to say what comes. */
function asked(position) {
  return say("main.asked", { step: position - thinkAt + 1, here: quoted(tokenAt(position)) });
}

function step(to) {
  pause();
  move(to);
}

/** What a link can name where the page holds a decoder. */
const ASKED_OF_A_DECODER = ["word", "source", "target", "regex", "letters", "table", "machine", "graph", "directed", "bits", "hash", "softmax", "norm"];

/** The symbols of a word, with spaces between them, without, or in a JSON list. */
function symbolsOf(word) {
  if (/^\s*\["/.test(word)) {
    try {
      return JSON.parse(word);
    } catch (refused) {
      // a word that only looks like a list
    }
  }
  const text = word.trim();
  return text.includes(" ") ? text.split(/ +/) : [...text];
}

/** Whether what a link names belongs to the run that the page was made with. */
function isOwn(name, text) {
  return name === "word" ? JSON.stringify(symbolsOf(text)) === JSON.stringify(symbolsOf(data.input))
    : name === "source" ? data.input.startsWith(text + " ")
      : name === "target" && data.input.endsWith(" " + text);
}

/** An address such as page.html#step=3&budget=4 opens the page there, and says what it cannot. */
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const notes = [];
  const count = (name, least, most) => {
    const text = asked.get(name);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    if (text !== null && (value < least || value > most())) {
      notes.push(say("main.link." + name, { asked: quotation(text), most: most() }));
    }
    return value < least ? -1 : Math.min(value, most());
  };
  const allowed = count("budget", 0, () => mostSteps);
  state.budget = allowed >= 0 ? allowed : mostSteps;
  const loop = loops ? count("loop", 0, () => loops.most) : -1;
  state.loop = loop >= 0 ? loop : state.loop;
  predict.choose(asked.get("predict"));
  const step = count("step", 1, () => lastUnder(state.budget) - thinkAt + 1);
  state.at = Math.min(thinkAt + Math.max(0, step - 1), predict.limit());
  state.clock = state.at - thinkAt;
  const fixed = !data.live && ASKED_OF_A_DECODER.some((name) => asked.has(name) && !isOwn(name, asked.get(name)));
  byId("link-said").textContent = [...(fixed ? [say("main.link.fixed")] : []), ...notes].join(" ");
}

const keys = {
  ArrowRight: () => step(state.at + 1),
  ArrowLeft: () => step(state.at - 1),
  Home: () => step(thinkAt),
  End: () => step(lastUnder(state.budget)),
  ...(loops ? { ArrowUp: () => loops.move(state.loop - 1), ArrowDown: () => loops.move(state.loop + 1) } : {}),
  ...(thoughts ? { ArrowUp: () => thoughts.move(state.clock - 1), ArrowDown: () => thoughts.move(state.clock + 1) } : {}),
  " ": playOrPause,
};

listen(document, "keydown", (event) => {
  const inControl = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  const presses = ["BUTTON", "SUMMARY", "A"].includes(event.target.tagName) && event.key === " ";
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  const scrolls = event.target.closest?.(".scrolls, .loop-scroll");
  if (keys[event.key] && plain && !inControl && !presses && !scrolls) {
    event.preventDefault();
    keys[event.key]();
  }
});

listen(byId("first"), "click", keys.Home);
listen(byId("back"), "click", keys.ArrowLeft);
listen(byId("play"), "click", playOrPause);
listen(byId("forward"), "click", keys.ArrowRight);
listen(byId("last"), "click", keys.End);

const strip = makeStrip((position) => predict.pick(position) || step(position));
const overview = makeOverview(strip, step);
const budget = makeBudget((value) => {
  pause();
  setBudget(value);
});

listen(window, "resize", show);
listen(window, "hashchange", () => {
  pause();
  readAddress();
  show();
});
listen(window.matchMedia("(prefers-color-scheme: dark)"), "change", show);
showNames();
readAddress();
show();
