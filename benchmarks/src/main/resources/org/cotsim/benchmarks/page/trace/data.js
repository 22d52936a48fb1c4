// What was recorded, by position. Position 0 is the start token; the model reads positions 0 to
// lastRead, and what it writes after position p is what it chose there.

const thinkAt = data.promptLength - 1; // the first position at which the model chooses
const lastRead = data.readings[0].length - 1;
const mostSteps = data.forced.length - 1;

const textOf = (token) => data.tokens[token].text;
const roleOf = (token) => data.tokens[token].role;
const tokenAt = (position) => data.sequence[position];

/** What a subspace held in the end, in words. */
const reading = (subspace, position) => data.texts[data.readings[subspace][position]];

/** What a subspace held after a sublayer: 2 l + 1 is the attention, 2 l + 2 the rest of layer l. */
function readingAfter(subspace, position, sublayer) {
  const before = data.stages.filter(([written, at]) => written === subspace && at <= sublayer);
  return before.length > 0 ? data.texts[before[before.length - 1][2][position]] : reading(subspace, position);
}

/** The first position that the model still knows of: after a restart, that of the summary before it. */
function knownFrom(position) {
  let at = position;
  while (at > thinkAt && roleOf(tokenAt(at)) !== "restart") {
    at--;
  }
  if (at <= thinkAt) {
    return 0;
  }
  while (roleOf(tokenAt(at - 1)) === "summary") {
    at--;
  }
  return at;
}

/** How many of the tokens up to a position are steps of a machine, and no summary of it. */
function machineSteps(position) {
  let steps = 0;
  for (let at = thinkAt + 1; at <= position; at++) {
    steps += roleOf(tokenAt(at)) === "step" ? 1 : 0;
  }
  return steps;
}

/** What a layer is called; one that is applied again and again has a number for each time. */
function layerName(layer) {
  const loop = data.layers[layer].loop;
  return loop > 0 ? say("layer.loop", { layer: layer + 1, loop }) : say("layer", { layer: layer + 1 });
}

/** The last position that is read when the model may write only so many intermediate tokens. */
function lastUnder(budget) {
  return budget >= data.steps ? lastRead : thinkAt + budget;
}

/** Whether the budget is spent at this position while the model still thinks. */
function isForced(position, budget) {
  return position === thinkAt + budget && data.forced[budget][2] === 0;
}

/** The token that is written after this position, -1 if none is. */
function chosen(position, budget) {
  if (position < thinkAt) {
    return -1;
  }
  if (isForced(position, budget)) {
    return data.forced[budget][0];
  }
  return position + 1 < data.sequence.length ? tokenAt(position + 1) : -1;
}

/** What a head attends to from a position: spans of equal weight, and how many positions in all. */
function attended(layer, head, position) {
  const raw = data.attention[layer][head][position];
  const spans = [];
  if (Array.isArray(raw)) {
    let positions = raw[0];
    for (let i = 1; i < raw.length; i += 2) {
      spans.push({ from: raw[i], length: raw[i + 1] });
      positions += raw[i + 1];
    }
    spans.forEach((span) => (span.weight = 1 / positions));
    return { spans, positions, omitted: raw[0], shared: true };
  }
  let positions = raw.omitted;
  for (let i = 0; i < raw.spans.length; i += 3) {
    spans.push({ from: raw.spans[i], length: raw.spans[i + 1], weight: raw.spans[i + 2] });
    positions += raw.spans[i + 1];
  }
  return { spans, positions, omitted: raw.omitted, shared: false };
}

// With more heads than these, what all of them do cannot be shown at once.
const FEW_HEADS = 4;

/** All heads in the order of the layers, each with a colour. */
const heads = data.layers.flatMap((layer, l) =>
  layer.heads.map((head, h) => ({ layer: l, head: h, name: head.name, words: head.words, writes: head.writes })),
);
heads.forEach((head, i) => {
  const turn = Math.round((i * 360 * 0.381966 + 205) % 360); // golden angle: neighbours differ
  head.colour = "hsl(" + turn + " 75% " + (i % 2 === 0 ? 45 : 55) + "%)";
});
