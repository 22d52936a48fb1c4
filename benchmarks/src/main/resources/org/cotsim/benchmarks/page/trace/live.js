// The decoder in this page: the Java classes of the command line, compiled. It builds the weights
// and decodes whatever is typed; what it answers is shown like the run that the page came with.

const SOON = 250; // milliseconds after the last key
const FLUENT = 600; // what takes longer waits for the enter key

const original = JSON.parse(byId("data").textContent);
const exercises = original.exercises || []; // words to be guessed; their runs are nowhere in the page
const own = {
  title: document.title,
  parts: Object.fromEntries([...document.querySelectorAll("[data-part]")].map((element) => [element.dataset.part, element.innerHTML])),
};
let current = original; // what is shown
let others = {}; // what was asked for in place of the page's own language, machine or graph
let decoder = null;
let wait = 0;
let slow = false; // whether the last answer took long

function tell(text, refused, field = form.field) {
  byId("live-said").replaceChildren(...[text].flat());
  byId("live-said").classList.toggle("wrong-text", refused);
  document.querySelectorAll("#live [aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
  if (refused) {
    field.setAttribute("aria-invalid", "true");
  }
}

/** Shows a run in place of the one before. */
function display(data, parts) {
  clearTimeout(due);
  shown.abort();
  shown = new AbortController();
  current = data;
  if (parts) {
    document.querySelectorAll("[data-part]").forEach((element) => {
      element.innerHTML = parts[element.dataset.part]; // escaped as in the page's own HTML
    });
  }
  showRun(data);
  byId("original").hidden = Object.keys(others).length + Object.keys(chosenWeaker()).length === 0;
  form.show(others);
}

/**
 * Asks the decoder and shows what it answers; whether it did.
 *
 * another: what takes the place of the page's own problem, by the names of the form.
 * keepsStep: whether the step and the budget are those of the address, not the first ones.
 */
function ask(input, another, keepsStep, field) {
  clearTimeout(wait);
  const asked = form.request(another);
  const chosen = chosenWeaker();
  const weaker = weakerRequest(chosen);
  const problem = form.tooLong(input) || (asked ? "" : form.unreadable) || (weaker ? "" : say("weaker.beta"));
  if (problem) {
    tell(problem, true, field);
    return false;
  }
  decoder = decoder || loadDecoder();
  const began = performance.now();
  const answer = JSON.parse(decoder.answer(JSON.stringify({ ...original.live, ...asked, ...weaker }), form.text(input)));
  if (answer.refused) {
    tell(refusal(answer.refused), true, field);
    return false;
  }
  document.title = answer.title;
  others = another;
  place = { ...another, ...chosen, ...input };
  if (!keepsStep) {
    beginAt(place);
  }
  display(answer.data, answer.parts);
  showBroken(answer.broken, Object.keys(chosen).length > 0);
  document.querySelector(".theory").open &&= keepsStep; // who types has read it
  const took = Math.max(1, Math.round(performance.now() - began));
  slow = took > FLUENT;
  const { steps } = answer.data;
  tell(say(form.size, { took, n: answer.data.n, steps }) + form.notes(answer.data) + (slow ? " " + say("live.slow") : ""), false);
  return true;
}

/** Before a run is shown, which begins where the address says. */
function beginAt(where) {
  const mode = byId("predict").value;
  place = where;
  address = new URLSearchParams({ ...place, ...(mode === "off" ? {} : { predict: mode }) }).toString();
  flushAddress();
}

function refusal(text) {
  const [first, ...more] = text.split("\n");
  const plain = form.plain(first);
  return [
    make("span", { lang: "en" }, plain + (/[.!?]$/.test(plain) ? "" : ".")), // as the readers of files say it
    more.length > 0 ? " " + say("live.more", { count: more.length }) : "",
    " " + say("live.before"),
  ];
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A problem of a text, with its place in words. */
function placed(refused, source) {
  const at = new RegExp("^" + source + ":(\\d+):(\\d+): ").exec(refused);
  return at ? say("live.at.line", { line: at[1], column: at[2] }) + " " + refused.slice(at[0].length) : capital(refused.replace(source + ": ", ""));
}

function decodeNow() {
  return ask(form.input(), others, false);
}

/** Asks for another language, machine or graph, with the input that is there or else one that every such has. */
function useAnother(another, field) {
  if (form.others().some((input) => ask(input, another, false, field))) {
    form.fill(form.inputOf(current));
  }
}

/** A link names the input, or the language, machine or graph if that is not the page's own. */
function followAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const named = (names) => Object.fromEntries(names.filter((name) => said.has(name)).map((name) => [name, said.get(name)]));
  const another = named(form.names);
  const chosen = named(Object.keys(WEAKER));
  const given = named(form.asks);
  const asked = { ...another, ...chosen, ...form.inputOf(current), ...given };
  if (Object.keys({ ...another, ...chosen, ...given }).length === 0 || JSON.stringify(asked) === JSON.stringify(place)) {
    return;
  }
  showWeaker(chosen);
  const unknown = Object.keys(chosen).find((name) => chosenWeaker()[name] !== chosen[name].trim());
  const input = { ...form.inputOf(current), ...given };
  const inputs = Object.keys(given).length === 0 && Object.keys(another).length > 0 ? form.others() : [input];
  if (unknown) {
    tell(say("live.link.choice", { name: unknown, value: chosen[unknown] }) + " " + say("live.before"), true, byId("if-" + unknown));
    leaveLink(input, another);
  } else if (inputs.some((one) => ask(one, another, true))) {
    form.fill(form.inputOf(current));
    form.follow(another);
  } else {
    leaveLink(input, another);
  }
}

/** What a link asks for and cannot be had stands in the form; the address is that of what is shown. */
function leaveLink(input, another) {
  byId("live-said").prepend(say("live.link") + " ");
  const shownNow = place;
  form.follow(another);
  form.fill(input);
  showWeaker(Object.fromEntries(Object.keys(WEAKER).filter((name) => name in shownNow).map((name) => [name, shownNow[name]])));
  beginAt(shownNow);
  window.dispatchEvent(new Event("hashchange")); // to its first step
}

const form = { automaton: automatonForm, machine: machineForm, graph: graphForm }[original.live.kind]();

byId("live").addEventListener("submit", (event) => {
  event.preventDefault();
  decodeNow();
});

byId("original").addEventListener("click", () => {
  others = {};
  showWeaker({});
  showBroken(null, false);
  document.title = own.title;
  beginAt(form.inputOf(original));
  display(original, own.parts);
  form.fill(place);
  tell(say("live.came"), false);
});

weakerFields().forEach((field) => field.addEventListener("change", () => ask(form.input(), others, false, field)));

window.addEventListener("hashchange", followAddress);

function showExercise(index) {
  const exercise = make("strong", {}, say("live.exercise", { index: index + 1, count: exercises.length }));
  const next = make("button", { type: "button", onclick: () => showExercise(index + 1) }, say("live.exercise.next"));
  next.hidden = index + 1 >= exercises.length;
  ask(form.exercise(exercises[index]), {}, false);
  byId("exercise").replaceChildren(exercise, " ", next);
}

if (exercises.length > 0) {
  byId("predict").value = "token";
  byId("typing").hidden = true;
  byId("exercise").hidden = false;
  showExercise(0);
} else {
  place = form.inputOf(original);
  display(original);
  form.fill(place);
  followAddress();
}
