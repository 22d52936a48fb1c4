// Sentences about what happened.

const number = (count) => count.toLocaleString("en-US").replace(/,/g, "\u202f");

const plural = (count, one) => number(count) + " " + one + (count === 1 ? "" : "s");

const quoted = (token) => "\u201c" + textOf(token) + "\u201d";

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where the reader is, and what happens there. */
function situation(position, budget) {
  const here = quoted(tokenAt(position));
  if (roleOf(tokenAt(position)) === "padding") {
    return "A blank, at position " + number(position) + ": the same for every input, and room to compute in. The model chooses nothing here.";
  }
  if (position < thinkAt) {
    return "Reading the input: " + here + " at position " + position
      + ". The model chooses nothing here; it notes what later tokens will look for.";
  }
  const next = chosen(position, budget);
  const step = position - thinkAt + 1;
  const known = knownFrom(position);
  if (isForced(position, budget)) {
    return "The budget of " + plural(budget, "intermediate token") + " is spent after " + here + ", so the model must answer now: "
      + (next < 0 ? "several answers tie." : quoted(next) + ". That is " + judged(data.forced[budget][1]) + ".");
  }
  if (next < 0) {
    return "After " + here + " several tokens have the same score, so there is no next token.";
  }
  if (roleOf(next) === "answer") {
    return "After " + plural(data.steps, "intermediate token") + " the model answers by itself: " + answerText(next)
      + ". That is " + judged(data.forced[mostSteps][1]) + ".";
  }
  if (roleOf(next) === "output") {
    return "The thinking is done; after " + here + " the model writes the next symbol of its answer: " + quoted(next) + ".";
  }
  if (known > 0) {
    return "Step " + number(step) + " of " + number(data.steps) + ": the model has read the summary from position " + number(known)
      + (position > known && roleOf(tokenAt(position)) !== "restart" ? ", and all that came after the restart up to " + here : " and nothing before it")
      + "; the next token it writes is " + quoted(next) + ".";
  }
  return "Step " + number(step) + " of " + number(data.steps) + ": the model has read " + here
    + " and everything before it; the next token it writes is " + quoted(next) + ".";
}

function answerText(token) {
  return textOf(token) === "end" && data.answer ? "\u201c" + data.answer + "\u201d" : quoted(token);
}

function judged(right) {
  if (data.oracle === "") {
    return "more than the oracle says within this many steps";
  }
  return right ? "right" : "wrong: the right answer is \u201c" + data.oracle + "\u201d";
}

/** The positions of a span, as a person says them. */
function spanText(span) {
  if (span.length <= 4) {
    const places = [];
    for (let i = 0; i < span.length; i++) {
      places.push(quoted(tokenAt(span.from + i)) + " at " + number(span.from + i));
    }
    return places.join(", ");
  }
  return "all from " + quoted(tokenAt(span.from)) + " at " + number(span.from)
    + " to " + quoted(tokenAt(span.from + span.length - 1)) + " at " + number(span.from + span.length - 1);
}

/** What a head looks at from here. */
function attentionText(seen) {
  if (seen.positions === 0) {
    return "Here it sees no position yet.";
  }
  const shown = seen.spans.slice(0, 6);
  const rest = seen.positions - shown.reduce((sum, span) => sum + span.length, 0);
  const places = shown
    .map((span) => spanText(span) + (seen.shared ? "" : " (weight " + span.weight.toPrecision(2) + (span.length > 1 ? " each" : "") + ")"))
    .join("; ");
  const more = rest > 0 ? "; and " + plural(rest, "other") : "";
  const weight = !seen.shared ? "" : seen.positions === 1 ? " only" : ", each with weight 1/" + number(seen.positions);
  return "Here it looks at " + places + more + weight + ".";
}

/** After which part of the model the choice stood. */
function decidedText(position) {
  const sublayers = data.decided[position - thinkAt];
  if (sublayers === 0) {
    return "The token alone already gives this choice the highest score, and no layer changes that.";
  }
  const layer = Math.ceil(sublayers / 2);
  const part = sublayers % 2 === 1 ? "the attention heads" : "the feed-forward part";
  return "The choice falls in layer " + layer + ", in " + part + ", and does not change after it.";
}
