// The whole sequence at a glance: a row per head, darker where it puts more weight.

function makeOverview(strip, onPick) {
  const rowHeight = heads.length > 6 ? 6 : 10;
  const canvas = make("canvas", { role: "img", "aria-label": say("overview.words") });
  byId("overview").replaceChildren(make("p", {}, say("overview")), canvas);
  let view = null;

  function draw() {
    const { pen, width } = sharpCanvas(canvas, heads.length * (rowHeight + 2) + 6);
    const all = strip.length();
    const scale = width / all;
    heads.forEach((head, row) => {
      const top = row * (rowHeight + 2) + 3;
      pen.globalAlpha = 0.09;
      pen.fillStyle = head.colour;
      pen.fillRect(0, top, width, rowHeight);
      const seen = attended(head.layer, head.head, view.at);
      const most = Math.max(0, ...seen.spans.map((span) => span.weight));
      for (const span of seen.spans) {
        pen.globalAlpha = 0.25 + 0.75 * (span.weight / most);
        pen.fillRect(span.from * scale, top, Math.max(2, span.length * scale), rowHeight);
      }
    });
    const bottom = heads.length * (rowHeight + 2) + 6;
    pen.globalAlpha = 1;
    pen.fillStyle = colour("--ink");
    pen.fillRect(Math.max(0, (view.at + 0.5) * scale - 1), 0, 2, bottom);
    const inView = strip.window();
    pen.strokeStyle = colour("--soft");
    pen.strokeRect(inView.from * width + 0.5, 0.5, (inView.to - inView.from) * width - 1, bottom - 1);
  }

  canvas.addEventListener("click", (event) => {
    const box = canvas.getBoundingClientRect();
    onPick(Math.floor(((event.clientX - box.left) / box.width) * strip.length()));
  });
  strip.whenScrolled(() => view && draw());

  return {
    show(next) {
      view = next;
      draw();
    },
  };
}
