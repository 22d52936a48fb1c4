// Another graph: by its edges; and the two vertices that are asked about.

function graphForm() {
  const text = byId("text");
  const ends = [byId("source"), byId("target")];
  const use = () => useAnother({ graph: text.value, directed: String(byId("directed").checked) }, text);
  byId("build-text").addEventListener("click", use);
  buildsOnEnter("by-text", use);
  ends.forEach((end) => end.addEventListener("change", decodeNow));
  byId("draw").addEventListener("click", () => {
    ends.forEach((end) => (end.selectedIndex = Math.floor(Math.random() * end.options.length)));
    decodeNow();
  });
  const input = () => ({ source: ends[0].value, target: ends[1].value });
  const fill = ({ source, target }) => {
    ends[0].value = source;
    ends[1].value = target;
    ends.forEach((end, i) => (end.value = end.selectedIndex < 0 ? [current.live.source, current.live.target][i] : end.value));
  };
  return {
    field: text,
    asks: ["source", "target"],
    input,
    inputOf: ({ live }) => ({ source: live.source, target: live.target }),
    exercise: (question) => ({ source: question.split(" ")[0], target: question.split(" ")[1] }),
    fill,
    text: ({ source, target }) => (source === "" && target === "" ? "" : source + "\n" + target),
    others: () => [input(), { source: "", target: "" }], // the graph may not have these vertices
    tooLong: () => "",
    size: "live.decoded.graph",
    plain: (refused) => placed(refused, "edges"),
    names: ["graph", "directed"],
    request: (another) => (another.graph === undefined ? another : { ...another, directed: another.directed === "true" }),
    show(another) {
      const { vertices, directed } = current.live;
      ends.forEach((end) => end.replaceChildren(...vertices.map((name) => make("option", { value: name }, name))));
      fill(current.live);
      if (another.graph === undefined) {
        text.value = current.live.text;
      }
      byId("directed").checked = directed;
    },
    follow(another) {
      text.value = another.graph ?? text.value;
      byId("by-text").open = another.graph !== undefined;
    },
    notes: () => "",
  };
}
