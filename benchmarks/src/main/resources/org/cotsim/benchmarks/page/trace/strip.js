// The tokens in a row, with arcs above them. Only what is in view is in the document.

function makeStrip(onPick) {
  const scroller = byId("strip");
  const track = byId("track");
  const arcs = byId("arcs");
  const longest = data.tokens.reduce((most, token) => Math.max(most, [...token.text].length), 1);
  const pitch = Math.min(150, Math.max(44, longest * 9.2 + 18)); // from one token to the next
  const height = 138;
  let cells = [];
  let view = null; // what is shown: {at, budget, hidden}

  const groups = makeGroups();
  const forcedGroup = groupElement("forced", 1);
  track.replaceChildren(arcs, ...groups.map((group) => group.element), forcedGroup);

  function groupElement(name, count) {
    return make("div", { class: "group" }, make("span", {}, say("strip." + name, { count })));
  }

  function makeGroups() {
    const names = { start: "start", input: "input", think: "think", step: "chain", thought: "thoughts", padding: "blanks", summary: "summary", restart: "restart", output: "answer", answer: "answer" };
    const found = [];
    data.sequence.forEach((token, position) => {
      const name = names[roleOf(token)];
      const latest = found[found.length - 1];
      if (latest && latest.name === name) {
        latest.to = position;
      } else {
        found.push({ name, from: position, to: position });
      }
    });
    found.forEach((group) => (group.element = groupElement(group.name, group.to - group.from + 1)));
    return found;
  }

  function placeGroup(element, from, to) {
    element.hidden = to < from;
    element.style.left = from * pitch + 3 + "px";
    element.style.width = (to - from + 1) * pitch - 6 + "px";
  }

  /** The groups of what is shown: a forced answer is one of its own, and what is asked for is in none. */
  function placeGroups(end) {
    const forced = forcedAt();
    const kept = view.silent || forced >= 0 ? end - 1 : end;
    groups.forEach((group) => placeGroup(group.element, group.from, Math.min(group.to, kept - 1)));
    placeGroup(forcedGroup, forced, view.silent || forced < 0 ? -2 : forced);
  }

  /** Where the forced answer stands, which ends the row; -1 if the model answers by itself. */
  function forcedAt() {
    return data.forced[view.budget][2] === 0 ? thinkAt + view.budget + 1 : -1;
  }

  function shownAt(position) {
    if (view.silent && position > view.at) {
      return { token: -2, verdict: -1 };
    }
    if (position === forcedAt()) {
      const [token, right] = data.forced[view.budget];
      return { token, verdict: right };
    }
    const token = tokenAt(position) ?? -1; // where several tie there is none
    const final = token < 0 || ["answer", "output"].includes(roleOf(token));
    return { token, verdict: final ? data.forced[mostSteps][1] : -1 };
  }

  function cell(position) {
    const shown = shownAt(position);
    const text = shown.token === -2 ? "?" : shown.token < 0 ? say("strip.tie") : textOf(shown.token);
    const classes = ["token", shown.token < 0 ? "answer" : roleOf(shown.token)];
    if (shown.verdict >= 0 && data.oracle !== "") classes.push(shown.verdict ? "right" : "wrong");
    if (position > thinkAt && (position > view.at + 1 || view.at < thinkAt)) classes.push("ghost");
    if (position < knownFrom(view.at)) classes.push("forgotten");
    if (position === view.at) classes.push("now");
    if (position === view.at + 1 && view.at >= thinkAt) classes.push("next");
    const element = make(
      "button",
      { type: "button", class: classes.join(" "), tabindex: "-1", title: say("strip.token", { text, position: String(position) }), onclick: () => onPick(position) },
      make("span", {}, text),
    );
    element.style.left = position * pitch + 3 + "px";
    element.style.width = pitch - 6 + "px";
    const place = make("div", { class: "place", "aria-hidden": "true" }, String(position));
    place.style.left = position * pitch + "px";
    place.style.width = pitch + "px";
    return [element, place];
  }

  function draw() {
    const width = scroller.clientWidth;
    const left = scroller.scrollLeft;
    const end = shownLength();
    track.style.width = end * pitch + "px";
    placeGroups(end);
    const first = Math.max(0, Math.floor(left / pitch) - 1);
    const last = Math.min(end - 1, Math.ceil((left + width) / pitch));
    cells.forEach((old) => old.remove());
    cells = [];
    for (let position = first; position <= last; position++) {
      cells.push(...cell(position));
    }
    track.append(...cells);
    drawArcs(left, width, first, last);
  }

  /** How many tokens are shown. */
  function shownLength() {
    if (view.silent) {
      return view.at + 2;
    }
    return forcedAt() >= 0 ? forcedAt() + 1 : data.sequence.length;
  }

  function drawArcs(left, width, first, last) {
    arcs.replaceChildren();
    arcs.style.left = left + "px";
    arcs.style.width = width + "px";
    arcs.setAttribute("viewBox", "0 0 " + width + " " + height);
    heads.forEach((head, index) => {
      if (!view.hidden.has(index)) {
        const seen = attended(head.layer, head.head, view.at);
        targets(seen, first, last).forEach((target) => arcs.append(arc(head, index, target, left, width)));
      }
    });
  }

  /** Positions in view, and the nearest one out of view on either side of each span. */
  function targets(seen, first, last) {
    const found = [];
    for (const span of seen.spans) {
      const to = span.from + span.length - 1;
      const from = Math.max(span.from, Math.min(to, first - 1));
      const until = Math.min(to, Math.max(span.from, last + 1));
      for (let position = from; position <= until; position++) {
        found.push({ position, weight: span.weight });
      }
    }
    return found;
  }

  /** An arc to a token far out of view rises where it can be seen: its end is drawn nearer. */
  function arc(head, index, target, left, width) {
    const near = (x) => Math.max(-width, Math.min(2 * width, x));
    const shift = heads.length > 1 ? (index / (heads.length - 1) - 0.5) * 14 : 0;
    const from = near((view.at + 0.5) * pitch - left + shift);
    const to = near((target.position + 0.5) * pitch - left + shift);
    const rise = Math.min(height - 8, 26 + Math.abs(from - to) * 0.32 + (index % 5) * 3);
    const top = height - rise * 1.3;
    const middle = from === to ? "C" + (from - 20) + " " + top + " " + (from + 20) + " " + top : "C" + from + " " + top + " " + to + " " + top;
    return makeSvg("path", {
      d: "M" + from + " " + height + middle + " " + to + " " + height,
      stroke: head.colour,
      "stroke-width": String(1.4 + 3.6 * target.weight),
      "stroke-opacity": String(0.45 + 0.5 * target.weight),
    });
  }

  function reveal() {
    const left = scroller.scrollLeft;
    const width = scroller.clientWidth;
    const here = view.at * pitch;
    if (here < left + pitch || here + 3 * pitch > left + width) {
      const whole = here + 2.1 * pitch - width; // the next token is in view too
      scroller.scrollLeft = Math.max(0, Math.min(here, Math.max(here - width * 0.6, whole)));
    }
  }

  let waiting = false;
  const drawSoon = () => {
    if (!waiting && view) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        draw();
        onScroll();
      });
    }
  };
  let onScroll = () => {};
  listen(scroller, "scroll", drawSoon);
  listen(window, "resize", drawSoon);

  return {
    show(next) {
      view = next;
      draw(); // the track has its width before anything is scrolled to
      reveal();
      draw();
    },
    /** The positions in view, as fractions of the whole sequence. */
    window() {
      const whole = shownLength() * pitch;
      return { from: scroller.scrollLeft / whole, to: Math.min(1, (scroller.scrollLeft + scroller.clientWidth) / whole) };
    },
    length: shownLength,
    whenScrolled(listener) {
      onScroll = listener;
    },
    arcs: () => arcs.childElementCount,
  };
}
