// Elements. Text from the data only ever becomes text nodes and attribute values, never markup.

const byId = (id) => document.getElementById(id);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

function make(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function makeSvg(tag, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

// Set for as long as one run is shown: what listens to the reader then listens no longer.
let shown = new AbortController();

function listen(target, event, listener) {
  target.addEventListener(event, listener, { signal: shown.signal });
}

const score = { right: 0, asked: 0 }; // of what the reader guessed

// What the address says beside the step and the budget; it follows what is shown.
let place = {};
let address = "";
let due = 0;

function flushAddress() {
  clearTimeout(due);
  try {
    history.replaceState(null, "", "#" + address);
  } catch (refused) {
    // a frame without an address of its own
  }
}

/** Browsers refuse to be told every few milliseconds. */
function noteAddress(text) {
  address = text;
  clearTimeout(due);
  due = setTimeout(flushAddress, 200);
}

/** A colour of the style sheet, for canvases. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** A canvas of the size that it has on the page, in the pixels of the screen. */
function sharpCanvas(canvas, height) {
  const scale = window.devicePixelRatio || 1;
  const width = canvas.clientWidth || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.height = height + "px";
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  pen.clearRect(0, 0, width, height);
  return { pen, width };
}
