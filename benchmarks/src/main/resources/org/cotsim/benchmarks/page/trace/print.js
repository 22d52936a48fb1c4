// On paper: all steps of a short chain, a row each, instead of the one that is shown.

const MOST_ROWS = 25; // 24 intermediate tokens and the answer
const TOKENS_IN_ROW = 18;

/** The picture of the machine as it is now, for another place of the page. */
function pictureOfNow() {
  const picture = document.querySelector("#machine svg.diagram");
  if (!picture) {
    return [];
  }
  const copy = picture.cloneNode(true);
  [copy, ...copy.querySelectorAll("g[id]")].forEach((element) => element.removeAttribute("id"));
  copy.querySelectorAll("marker").forEach((marker) => marker.remove());
  return [copy];
}

function rowOfHandout(position) {
  const next = chosen(position, state.budget);
  const first = Math.max(0, position + 1 - TOKENS_IN_ROW);
  const read = data.sequence.slice(first, position + 1).map((token, i) =>
    make("span", { class: first + i === position ? "read now" : "read" }, textOf(token)));
  const written = make("span", { class: "read next" }, next < 0 ? say("strip.tie") : textOf(next));
  return make("tr", {},
    make("th", { scope: "row" }, String(position - thinkAt + 1)),
    make("td", {},
      make("p", { class: "tokens" }, ...(first > 0 ? ["\u2026 "] : []), ...read, " \u2192 ", written),
      make("p", {}, ...spoken(situation(position, state.budget)))),
    make("td", {}, ...pictureOfNow(), make("p", {}, ...spoken(byId("machine").hidden ? "" : byId("machine-said").textContent))));
}

function showHandout() {
  hideHandout();
  const last = lastUnder(state.budget);
  if (predict.isOn() || data.steps === 0 || last - thinkAt + 1 > MOST_ROWS) {
    return;
  }
  const here = state.at;
  const rows = [];
  for (state.at = thinkAt; state.at <= last; state.at++) {
    showMachine();
    rows.push(rowOfHandout(state.at));
  }
  state.at = here;
  showMachine();
  const heads = [say("print.step"), say("print.tokens"), byId("machine-title").textContent];
  document.querySelector("main").append(
    make("table", { id: "handout" },
      make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...rows)));
  document.body.classList.add("on-paper");
}

function hideHandout() {
  byId("handout")?.remove();
  document.body.classList.remove("on-paper");
}

listen(window, "beforeprint", showHandout);
listen(window, "afterprint", hideHandout);
