// Another Turing machine: by its text.

function machineForm() {
  const text = byId("text");
  const use = () => useAnother({ machine: text.value }, text);
  byId("build-text").addEventListener("click", use);
  buildsOnEnter("by-text", use);
  const words = wordForm();
  return {
    ...words,
    names: ["machine"],
    request: (another) => another,
    show(another) {
      showLetters();
      if (another.machine === undefined) {
        text.value = current.live.text || "";
      }
    },
    follow(another) {
      text.value = another.machine ?? text.value;
      byId("by-text").open = another.machine !== undefined;
    },
    plain: (refused) => placed(words.plain(refused), "machine"),
    notes: (data) =>
      data.oracle === "" && data.steps >= data.live.most
        ? " " + say("live.unhalted", { most: data.live.most })
        : "",
  };
}
