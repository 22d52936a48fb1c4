// The answer under every budget, and the slider that chooses one.

/** The least budget from which on every answer is right; a smaller one that is right is so by luck. */
function enoughSteps() {
  let least = data.forced.length;
  while (least > 0 && data.forced[least - 1][1]) {
    least--;
  }
  return least;
}

function makeBudget(onChange) {
  const enough = enoughSteps();
  const slider = byId("budget");
  const canvas = make("canvas", {});
  byId("budget-bar").replaceChildren(canvas);
  document.querySelector(".key").hidden = data.oracle === "";
  slider.max = String(mostSteps);
  listen(slider, "input", () => onChange(Number(slider.value)));

  function draw(budget) {
    const { pen, width } = sharpCanvas(canvas, 20);
    const all = mostSteps + 1;
    const each = width / all;
    for (let column = 0; column < Math.min(all, width); column++) {
      const at = each >= 1 ? column : Math.floor((column * all) / width);
      const right = data.forced[at][1];
      pen.fillStyle = colour(data.oracle === "" ? "--ghost" : !right ? "--wrong-soft" : at < enough ? "--right-soft" : "--right");
      const left = each >= 1 ? column * each : column;
      const wide = each >= 1 ? Math.max(1, each - (each > 5 ? 2 : 0)) : 1;
      pen.fillRect(left, 0, wide, 20);
      if ((!right || at < enough) && each > 5 && data.oracle !== "") {
        pen.strokeStyle = colour(right ? "--right" : "--wrong");
        pen.strokeRect(left + 0.75, 0.75, wide - 1.5, 18.5);
      }
    }
    pen.strokeStyle = colour("--ink");
    pen.lineWidth = 3;
    pen.strokeRect(Math.min(width - 4, budget * each) + 1.5, 1.5, Math.max(3, each - 3), 17);
  }

  function sentence(budget) {
    const [token, right, byItself] = data.forced[budget];
    const answer = token < 0 ? say("budget.tie") : answerText(token);
    const verdict = make("span", { class: right ? "right-text" : "wrong-text" }, say(!right ? "budget.wrong" : budget < enough ? "budget.lucky" : "budget.right"));
    const key = "budget." + (byItself ? "itself" : "forced");
    return data.oracle === "" ? parts(key, { budget, answer }) : parts(key + ".judged", { budget, answer, verdict });
  }

  return {
    show(budget) {
      slider.value = String(budget);
      slider.setAttribute("aria-valuetext", tokensText(budget));
      byId("budget-said").replaceChildren(...sentence(budget));
      draw(budget);
    },
  };
}
