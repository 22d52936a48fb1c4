// One transcript at a time: its tokens below those of the right chain, the first wrong step marked.

const data = JSON.parse(document.getElementById("data").textContent);
const SHOWN = 400; // steps around the first wrong one
const select = byId("which");

data.transcripts.forEach((one, i) => {
  select.append(make("option", { value: i }, one.place + ": " + one.kind));
});

function facts(one) {
  const list = byId("facts");
  list.replaceChildren();
  const add = (name, text) => list.append(make("dt", {}, name), make("dd", { class: "mono" }, text));
  add("Input (n = " + one.n + ")", one.input === "" ? "the empty word" : one.input);
  add("Budget", one.budget + (one.budget === 1 ? " step" : " steps"));
  add("Answer", (one.answer === null ? "none" : one.answer) + (one.answerRight ? ", right" : "; right is " + one.label));
  if (one.tolerated.length > 0) {
    add("Tolerated", one.tolerated.join("; "));
  }
}

function verdict(one) {
  if (one.unreadable !== null) {
    return "It cannot be read: " + one.unreadable + ".";
  }
  if (one.wrong === null) {
    return "Every step is right.";
  }
  return "Step " + one.wrong.step + " is the first wrong one: expected " + one.wrong.expected + ", found " + one.wrong.found + ".";
}

function cell(chain, step, wrong) {
  const text = step < chain.length ? chain[step] : "";
  return make("td", wrong ? { class: "wrong" } : {}, text);
}

function show(i) {
  const one = data.transcripts[i];
  select.value = String(i);
  facts(one);
  byId("verdict").textContent = verdict(one);
  byId("verdict").className = one.wrong === null && one.unreadable === null ? "right" : "wrong";
  const length = Math.max(one.right.length, one.said.length);
  const first = one.wrong === null ? 0 : one.wrong.step - 1;
  const from = Math.max(0, Math.min(first - SHOWN / 2, length - SHOWN));
  const to = Math.min(length, from + SHOWN);
  const rows = { steps: ["th", "step"], right: ["th", "right"], said: ["th", "said"] };
  for (const [id, [tag, name]] of Object.entries(rows)) {
    byId(id).replaceChildren(make(tag, { scope: "row" }, name));
  }
  for (let step = from; step < to; step++) {
    const wrong = one.wrong !== null && step === first;
    byId("steps").append(make("th", { scope: "col" }, String(step + 1)));
    byId("right").append(cell(one.right, step, false));
    byId("said").append(cell(one.said, step, wrong));
  }
  byId("cut").textContent = to - from < length ? "Steps " + (from + 1) + " to " + to + " of " + length + "." : "";
  const mark = byId("said").querySelector(".wrong");
  if (mark !== null) {
    mark.scrollIntoView({ block: "nearest", inline: "center" });
  }
}

function move(by) {
  show((Number(select.value) + by + data.transcripts.length) % data.transcripts.length);
}

select.addEventListener("change", () => show(Number(select.value)));
byId("before").addEventListener("click", () => move(-1));
byId("after").addEventListener("click", () => move(1));
show(0);
window.scrollTo(0, 0);
