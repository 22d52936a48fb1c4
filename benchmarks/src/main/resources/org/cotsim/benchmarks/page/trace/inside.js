// What happens inside the model at one position, from the token up to the choice.

/** All of it, or while the reader guesses, what does not give the answer away. */
function showInside(position, budget, silent, blind) {
  const items = heads.length > FEW_HEADS || silent || blind ? [] : [make("li", {}, inShort(position))];
  items.push(section(say("inside.token"), [holds(data.embedded, position, 0)]));
  if (blind) {
    items.push(section(say("inside.heads"), [make("p", {}, say("inside.later"))]));
    byId("inside").replaceChildren(...items);
    return;
  }
  data.layers.forEach((layer, l) => {
    const parts = heads.filter((head) => head.layer === l).map((head) => headPart(head, position));
    if (layer.parts.length > 0 && !silent) {
      parts.push(tablePart(layer, l, position));
    }
    items.push(section(layerName(l), parts, !silent && isDecisive(l, position)));
  });
  items.push(section(say("inside.choice"), silent ? [make("p", {}, say("inside.later"))] : choice(position, budget)));
  byId("inside").replaceChildren(...items);
}

function isDecisive(layer, position) {
  return position >= thinkAt && Math.ceil(data.decided[position - thinkAt] / 2) === layer + 1;
}

function section(title, parts, decisive) {
  return make("li", decisive ? { class: "decisive" } : {}, make("h3", {}, title), ...parts);
}

function showNames() {
  byId("names").replaceChildren(
    ...data.subspaces.flatMap((subspace) => [make("dt", { lang: "en" }, subspace.name), make("dd", {}, subspace.meaning)]),
  );
}

function holds(subspaces, position, sublayer) {
  const list = make("dl", { class: "holds" });
  for (const subspace of subspaces) {
    const text = readingAfter(subspace, position, sublayer);
    list.append(
      make("dt", { title: data.subspaces[subspace].meaning }, make("span", { lang: "en" }, data.subspaces[subspace].name)),
      make("dd", text === "\u2013" ? { class: "empty" } : {}, text === "\u2013" ? say("inside.nothing") : unbroken(text)),
    );
  }
  return list;
}

const unfolded = new Set(); // heads, of a model with many, whose texts were asked for

function headPart(head, position) {
  const chip = make("span", { class: "chip", "aria-hidden": "true" });
  chip.style.background = head.colour;
  const name = [chip, ...parts("inside.head", { name: make("span", { lang: "en" }, quotation(head.name)) })];
  const texts = [
    make("p", { class: "words" }, head.words),
    make("p", {}, ...spoken(attentionText(attended(head.layer, head.head, position)))),
  ];
  const written = holds(head.writes, position, 2 * head.layer + 1);
  return heads.length > FEW_HEADS
    ? make("div", { class: "part" }, folded(head.layer + " " + head.name, name, texts), written)
    : make("div", { class: "part" }, make("div", { class: "name" }, ...name), ...texts, written);
}

/** Texts below a name that stay open from step to step once they were asked for. */
function folded(key, name, texts) {
  const keep = (event) => (event.target.open ? unfolded.add(key) : unfolded.delete(key));
  const details = make("details", { ontoggle: keep }, make("summary", { class: "name" }, ...name), ...texts);
  details.open = unfolded.has(key);
  return details;
}

function tablePart(layer, l, position) {
  const words = layer.parts.map((part) =>
    make("p", { class: "words" }, make("span", { lang: "en" }, quotation(part.name)), ": " + part.words + "."),
  );
  return make("div", { class: "part" }, make("div", { class: "name" }, say("inside.rest")), ...words, holds(layer.writes, position, 2 * l + 2));
}

function bar(share) {
  const element = make("div", { class: "bar", "aria-hidden": "true" });
  element.style.width = 100 * Math.max(0, share) + "%";
  return element;
}

/** All that the parts of a small model wrote, in one line. */
function inShort(position) {
  const told = new Map([["token", textOf(tokenAt(position))]]);
  const note = (subspace) => {
    const text = reading(subspace, position);
    if (text !== "\u2013") {
      told.set(data.subspaces[subspace].name, text);
    }
  };
  data.layers.forEach((layer) => {
    layer.heads.forEach((head) => head.writes.forEach(note));
    layer.writes.forEach(note);
  });
  const line = [...told].flatMap(([name, text], i) => [i > 0 ? "  \u2192  " : "", make("span", { lang: "en" }, name), ": ", unbroken(text)]);
  return make("p", { class: "short" }, ...line);
}

function choice(position, budget) {
  if (position < thinkAt) {
    return [make("p", {}, say("inside.unchosen"))];
  }
  const picked = chosen(position, budget);
  const forced = isForced(position, budget);
  const flat = data.scores[position - thinkAt];
  const most = Math.max(1e-9, ...flat.filter((_, i) => i % 2 === 1));
  const table = make("tbody", {});
  for (let i = 0; i < flat.length; i += 2) {
    if (roleOf(flat[i]) !== "answer" && flat[i + 1] <= 0) {
      continue;
    }
    const barred = forced && roleOf(flat[i]) !== "answer";
    table.append(
      make(
        "tr",
        { class: flat[i] === picked ? "chosen" : barred ? "out" : "" },
        make("td", { class: "mono" }, roleOf(flat[i]) === "answer" ? say("inside.answer", { text: textOf(flat[i]) }) : textOf(flat[i])),
        make("td", {}, bar(flat[i + 1] / most)),
        make("td", {}, barred ? say("inside.barred") : figure(flat[i + 1])),
      ),
    );
  }
  const sentence = forced
    ? say("inside.spent")
    : say("inside.highest") + " " + decidedText(position);
  return [make("p", {}, sentence), make("table", { class: "scores", "aria-label": say("inside.scores") }, table)];
}
