// Sentences about what happened.

const LONGEST_UNBROKEN = 24;

const quotation = (text) => say("quotation", { text });

const quoted = (token) => quotation(textOf(token));

/** A text that stays in one line if it is short. */
const unbroken = (text) => ([...text].length <= LONGEST_UNBROKEN ? make("span", { class: "unbroken" }, text) : text);

/** A sentence as nodes in which no short quotation, always in marks, is broken at the end of a line. */
function spoken(text) {
  const [open, close] = say("quotation", { text: "\n" }).split("\n");
  const nodes = [];
  let from = 0;
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at + open.length);
    if (end < 0) {
      break;
    }
    const quoted = text.slice(at, end + close.length);
    nodes.push(text.slice(from, at), unbroken(quoted));
    from = end + close.length;
  }
  return [...nodes, text.slice(from)];
}

const tokensText = (count) => say("count.tokens", { count });

/** Where the reader is, and what happens there. */
function situation(position, budget) {
  const here = quoted(tokenAt(position));
  if (roleOf(tokenAt(position)) === "padding") {
    return say("said.padding", { position });
  }
  if (position < thinkAt) {
    return say("said.reading", { here, position });
  }
  const next = chosen(position, budget);
  const step = position - thinkAt + 1;
  const steps = Math.min(budget, data.steps);
  const known = knownFrom(position);
  if (isForced(position, budget)) {
    return next < 0 ? say("said.spent.tie", { budget, here })
      : say("said.spent", { budget, here, answer: quoted(next), judged: judged(data.forced[budget][1]) });
  }
  if (next < 0) {
    return say("said.tie", { here });
  }
  if (roleOf(next) === "answer") {
    return say("said.answers", { steps, answer: answerText(next), judged: judged(data.forced[mostSteps][1]) });
  }
  if (roleOf(next) === "output") {
    return say("said.output", { here, next: quoted(next) });
  }
  if (known > 0) {
    const more = position > known && roleOf(tokenAt(position)) !== "restart";
    return more ? say("said.summary.more", { step, steps, known, here, next: quoted(next) })
      : say("said.summary", { step, steps, known, next: quoted(next) });
  }
  return say("said.step", { step, steps, here, next: quoted(next) });
}

/** An answer, or the output that its token ends. */
const answered = (token) => (textOf(token) === "end" && data.answer ? data.answer : textOf(token));

const answerText = (token) => quotation(answered(token));

function judged(right) {
  if (data.oracle === "") {
    return say("judged.unknown");
  }
  return right ? say("judged.right") : say("judged.wrong", { oracle: quotation(data.oracle) });
}

/** The positions of a span, as a person says them. */
function spanText(span) {
  if (span.length <= 4) {
    const places = [];
    for (let i = 0; i < span.length; i++) {
      places.push(say("looks.at", { token: quoted(tokenAt(span.from + i)), position: span.from + i }));
    }
    return places.join(", ");
  }
  const end = span.from + span.length - 1;
  return say("looks.span", { first: quoted(tokenAt(span.from)), from: span.from, last: quoted(tokenAt(end)), to: end });
}

/** What a head looks at from here. */
function attentionText(seen) {
  if (seen.positions === 0) {
    return say("looks.none");
  }
  const shown = seen.spans.slice(0, 6);
  const rest = seen.positions - shown.reduce((sum, span) => sum + span.length, 0);
  const places = shown
    .map((span) => (seen.shared ? spanText(span)
      : say(span.length > 1 ? "looks.weighed.each" : "looks.weighed", { places: spanText(span), weight: figure(span.weight.toPrecision(2)) })))
    .join("; ");
  const all = rest > 0 ? say("looks.more", { places, rest }) : places;
  if (!seen.shared) {
    return say("looks", { places: all });
  }
  return seen.positions === 1 ? say("looks.only", { places: all }) : say("looks.shared", { places: all, count: seen.positions });
}

/** After which part of the model the choice stood. */
function decidedText(position) {
  const sublayers = data.decided[position - thinkAt];
  if (sublayers === 0) {
    return say("decided.token");
  }
  const layer = Math.ceil(sublayers / 2);
  return say(sublayers % 2 === 1 ? "decided.heads" : "decided.rest", { layer });
}
