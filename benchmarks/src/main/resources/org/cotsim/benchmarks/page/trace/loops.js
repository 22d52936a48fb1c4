// Products over windows that double: a row for each loop, a column for each position, and the tree
// of what has entered the product of the position chosen.

const loops = data.loops ? makeLoops() : null;

function makeLoops() {
  const { looked, products } = data.loops;
  const most = looked.length;
  const positions = products[0].length;
  const letters = data.promptLength - 2;
  const end = quoted(tokenAt(positions - 1));
  const usual = data.usual ? data.usual.chain.concat(data.usual.answer) : [];
  const chain = usual.length === positions ? usual : []; // a token for each column
  const longest = products.flat().concat(chain).reduce((all, text) => Math.max(all, [...text].length), 1);
  const pitch = Math.min(170, Math.max(58, longest * 7.6 + 26));
  const cellHeight = 30;
  const tops = (loop) => 48 + loop * 62;
  const middle = (position) => (position + 0.5) * pitch;
  const height = tops(most) + cellHeight + (chain.length > 0 ? 62 : 8);
  const scroller = byId("loop-scroll");
  const slider = byId("loop");
  const picture = makeSvg("svg", { class: "loop-picture", "aria-hidden": "true", width: positions * pitch, height });
  const first = firstLetters();
  let view = null; // what is shown: {at, loop}

  /** Per loop and position, the first position whose letter is in the product. */
  function firstLetters() {
    const rows = [products[0].map((_, position) => position)];
    looked.forEach((row, loop) => rows.push(row.map((target, position) => rows[loop][target < 0 ? position : target])));
    return rows;
  }

  /** The letters in a product: the first and the last, last before first if there are none. */
  function covered(loop, position) {
    return { from: Math.max(1, first[loop][position]), to: Math.min(letters, position) };
  }

  function size(loop, position) {
    const { from, to } = covered(loop, position);
    return Math.max(0, to - from + 1);
  }

  function coveredText(loop, position) {
    const { from, to } = covered(loop, position);
    const many = size(loop, position);
    if (many === 0) {
      return say("loops.no");
    }
    return many === 1 ? say("loops.one", { from }) : say(many === letters ? "loops.all" : "loops.some", { count: many, from, to });
  }

  const key = (loop, position) => loop * positions + position;

  /** All that has entered a product, loop by loop. */
  function tree(loop, position) {
    const found = new Set();
    const visit = (l, p) => {
      if (found.has(key(l, p))) {
        return;
      }
      found.add(key(l, p));
      if (l > 0) {
        visit(l - 1, p);
        if (looked[l - 1][p] > 0) { // the start token adds nothing
          visit(l - 1, looked[l - 1][p]);
        }
      }
    };
    visit(loop, position);
    return found;
  }

  function shortened(text) {
    const room = Math.floor((pitch - 14) / 7.6);
    return [...text].length <= room ? text : [...text].slice(0, room - 1).join("") + "\u2026";
  }

  function box(position, top, classes, text, pick) {
    const group = makeSvg(
      "g",
      { class: classes },
      makeSvg("title", {}, text),
      makeSvg("rect", { x: position * pitch + 4, y: top, width: pitch - 8, height: cellHeight, rx: 7 }),
      makeSvg("text", { x: middle(position), y: top + 20, "text-anchor": "middle" }, shortened(text)),
    );
    group.addEventListener("click", () => pick(position));
    return group;
  }

  function head(position, entered) {
    const text = textOf(tokenAt(position));
    const classes = "loop-head" + (entered ? " entered" : "") + (position === view.at ? " here" : "");
    const group = makeSvg(
      "g",
      { class: classes },
      makeSvg("title", {}, say("strip.token", { text, position: String(position) })),
      makeSvg("text", { x: middle(position), y: 16, "text-anchor": "middle" }, shortened(text)),
      makeSvg("text", { class: "place", x: middle(position), y: 33, "text-anchor": "middle" }, String(position)),
    );
    group.addEventListener("click", () => step(position));
    return group;
  }

  function link(loop, position, target, classes) {
    const bottom = tops(loop - 1) + cellHeight;
    const top = tops(loop);
    const half = (top + bottom) / 2;
    const path = "M" + middle(target) + " " + bottom + "C" + middle(target) + " " + half + " " + middle(position) + " " + half + " " + middle(position) + " " + top;
    return makeSvg("path", { class: "loop-link " + classes, d: path });
  }

  /** What was put together from where, of the positions in view or with an end there. */
  function links(chosen, from, to) {
    const found = [];
    for (let loop = 1; loop <= view.loop; loop++) {
      for (let position = from; position < positions; position++) {
        const target = looked[loop - 1][position];
        const on = chosen.has(key(loop, position)) ? "on" : "off";
        if (position <= to) {
          found.push(link(loop, position, position, on + " own"));
        }
        if (target > 0 && target !== position && target <= to) {
          found.push(link(loop, position, target, on));
        }
      }
    }
    return found.sort((a, b) => a.classList.contains("on") - b.classList.contains("on"));
  }

  function draw() {
    const from = Math.max(0, Math.floor(scroller.scrollLeft / pitch) - 1);
    const to = Math.min(positions - 1, Math.ceil((scroller.scrollLeft + scroller.clientWidth) / pitch));
    const chosen = tree(view.loop, view.at);
    const boxes = [];
    for (let position = from; position <= to; position++) {
      boxes.push(head(position, position > 0 && position <= letters && chosen.has(key(0, position))));
      for (let loop = 0; loop <= view.loop; loop++) {
        const here = loop === view.loop && position === view.at;
        const classes = "loop-cell " + (here ? "here" : chosen.has(key(loop, position)) ? "on" : "off");
        boxes.push(box(position, tops(loop), classes, products[loop][position], (at) => pick(loop, at)));
      }
      if (chain.length > 0) {
        boxes.push(box(position, tops(most) + cellHeight + 24, "loop-chain", chain[position], step));
      }
    }
    picture.replaceChildren(...links(chosen, from, to), ...boxes);
  }

  function names() {
    const name = (text, top, classes) => {
      const element = make("div", { class: classes }, text);
      element.style.top = top + "px";
      return element;
    };
    const rows = [name(say("loops.token"), 2, "")];
    for (let loop = 0; loop <= most; loop++) {
      rows.push(name(loop === 0 ? say("loops.first") : say("loops.row", { loop }), tops(loop) + 4, loop === view.loop ? "now" : loop > view.loop ? "later" : ""));
    }
    if (chain.length > 0) {
      rows.push(name(say("loops.chain"), tops(most) + cellHeight + 28, ""));
    }
    byId("loop-names").replaceChildren(...rows);
  }

  function sentence() {
    const { loop, at } = view;
    const here = say("loops.here", { token: quoted(tokenAt(at)), position: at });
    const held = products[loop][at];
    if (loop === 0) {
      return say(size(0, at) === 0 ? "loops.before.none" : "loops.before", { here, held });
    }
    const target = looked[loop - 1][at];
    const so = say("loops.after", { loop, most, here, held, letters: coveredText(loop, at) }) + " ";
    if (target < 0) {
      return so + say("loops.nowhere");
    }
    if (target === 0) {
      return so + say("loops.start");
    }
    return so + say("loops.looked", {
      position: target, held: products[loop - 1][target], letters: coveredText(loop - 1, target), own: products[loop - 1][at],
    });
  }

  /** What the last loop has left out, and what a chain takes. */
  function ending() {
    const missing = letters - size(most, positions - 1);
    const loopsSay = missing === 0
      ? say("loops.enough", { most, end })
      : say("loops.missing", { most, missing, end });
    return data.usual
      ? loopsSay + " " + say("loops.usual", { way: data.usual.way, count: data.usual.chain.length, answer: quotation(data.usual.answer) })
      : loopsSay;
  }

  function moveLoop(loop) {
    state.loop = Math.max(0, Math.min(most, loop));
    show();
  }

  function pick(loop, position) {
    state.loop = loop;
    step(position);
  }

  function reveal() {
    const left = scroller.scrollLeft;
    if (middle(view.at) - pitch < left || middle(view.at) + pitch > left + scroller.clientWidth) {
      scroller.scrollLeft = Math.max(0, middle(view.at) - scroller.clientWidth * 0.6);
    }
  }

  byId("loop-track").replaceChildren(picture);
  byId("loop-names").style.height = height + "px";
  slider.max = String(most);
  listen(slider, "input", () => moveLoop(Number(slider.value)));
  listen(byId("loop-back"), "click", () => moveLoop(view.loop - 1));
  listen(byId("loop-forward"), "click", () => moveLoop(view.loop + 1));
  listen(scroller, "scroll", () => requestAnimationFrame(draw));
  byId("loop-key").replaceChildren(...parts("loops.key", { notation: data.loops.notation }));
  byId("loop-chain").textContent = ending();

  return {
    most,
    move: moveLoop,
    show(at, loop) {
      view = { at, loop };
      slider.value = String(loop);
      slider.setAttribute("aria-valuetext", say("loops.value", { loop, most }));
      byId("loop-count").textContent = say("loops.count", { loop, most });
      byId("loop-said").textContent = sentence();
      byId("loop-back").disabled = loop === 0;
      byId("loop-forward").disabled = loop === most;
      names();
      reveal();
      draw();
    },
    /** The layer of a loop, the first one before any. */
    layer: (loop) => (loop === 0 ? 0 : data.loops.layers[loop - 1]),
  };
}
