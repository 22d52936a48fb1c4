// Another language: by a regular expression or a transition table.

let tableShown = ""; // as text

function useTable(table) {
  useAnother({ table });
}

function useExpression() {
  const letters = byId("regex-letters").value.trim();
  useAnother({ regex: byId("regex").value, ...(letters === "" ? {} : { letters }) }, byId("regex"));
}

function automatonForm() {
  byId("build").addEventListener("click", useExpression);
  buildsOnEnter("another", useExpression);
  buildsOnEnter("by-table", () => byId("build-table").click());
  return {
    ...wordForm(),
    names: ["regex", "letters", "table"],
    unreadable: say("live.unreadable"),
    request: (another) => (another.table === undefined ? another : tableRequest(another.table)),
    show() {
      showLetters();
      const table = tableText(current.live);
      if (table !== tableShown) {
        tableShown = table; // what is edited stays while only words change
        showTable(current.live);
      }
    },
    follow(another) {
      byId("regex").value = another.regex || "";
      byId("regex-letters").value = another.letters || "";
      byId("another").open = another.regex !== undefined;
    },
    notes: () => "",
  };
}
