// What if: the same machine with less precision, another hash, softmax or another norm.

const WEAKER = { bits: "", hash: "", softmax: "", norm: "" }; // fields, and what they hold usually

const weakerFields = () => Object.keys(WEAKER).map((name) => byId("if-" + name));

/** What is chosen, by name, without what is as usual. */
function chosenWeaker() {
  return Object.fromEntries(weakerFields().map((field) => [field.id.slice(3), field.value.trim()]).filter(([, value]) => value !== ""));
}

function showWeaker(chosen) {
  weakerFields().forEach((field) => (field.value = chosen[field.id.slice(3)] || ""));
  byId("what-if").open ||= Object.keys(chosen).length > 0;
}

/** What the decoder is asked for; null if a number cannot be read. */
function weakerRequest({ bits, hash, softmax, norm }) {
  const beta = Number(softmax?.replace(",", "."));
  if (softmax !== undefined && !(beta > 0 && beta < 1e6)) {
    return null;
  }
  const changed = bits || hash || softmax || norm;
  return {
    ...(bits ? { arithmetic: "bits:" + bits } : {}),
    ...(hash ? { hash, folds: false } : {}),
    ...(softmax ? { softmax: beta } : {}),
    ...(norm ? { norms: norm } : {}),
    ...(changed ? { certified: false } : {}),
  };
}

function showBroken(broken, changed) {
  byId("broken").hidden = !broken && !changed;
  const told = byId("broken-said");
  told.textContent = broken ? broken.said : say("weaker.fine");
  byId("to-broken").hidden = !broken;
  byId("to-broken").onclick = () => {
    address = new URLSearchParams({ ...place, step: String(broken.place - current.promptLength + 1) }).toString();
    flushAddress();
    window.dispatchEvent(new Event("hashchange")); // the address was replaced, which tells nobody
  };
}
