// The reader guesses what comes next, and is told why. What a question asks for is shown nowhere
// until it is answered; the score counts first guesses.

const predict = makePredict();

function makePredict() {
  const box = byId("question");
  const choice = byId("predict");
  const given = new Map(); // what was guessed, by kind and position
  choice.querySelector('option[value="budget"]').disabled = mostSteps === 0;
  if (choice.value === "budget" && mostSteps === 0) {
    choice.value = "off";
  }
  listen(choice, "change", () => {
    pause();
    given.clear();
    choice.blur();
    move(thinkAt);
  });

  const kind = () => choice.value;
  const key = (position) => kind() + (kind() === "budget" ? "" : position + (isForced(position, state.budget) ? "!" : ""));

  /** The head whose only target is asked for: the first one that looks at one input token. */
  function askedHead(position) {
    return heads.findIndex((head) => {
      const seen = attended(head.layer, head.head, position);
      return seen.positions === 1 && seen.spans.length === 1 && seen.spans[0].from > 0 && seen.spans[0].from < position;
    });
  }

  function target(position) {
    const head = heads[askedHead(position)];
    return attended(head.layer, head.head, position).spans[0].from;
  }

  /** Whether there is something to guess here. */
  function asks(position) {
    const thinks = position >= thinkAt && position <= lastUnder(state.budget) && chosen(position, state.budget) >= 0;
    return kind() === "budget" || (thinks && (kind() === "token" || (kind() === "head" && askedHead(position) >= 0)));
  }

  const isOpen = (position) => asks(position) && !given.has(key(position));

  /** Tokens of the kinds that could come, the right one among them, in an order of their own. */
  function candidates(position) {
    const right = chosen(position, state.budget);
    const kinds = [roleOf(right), "answer"];
    const all = data.tokens.map((_, token) => token).filter((token) => token !== right && kinds.includes(roleOf(token)));
    const near = all.slice(0, 7);
    return [right, ...near].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  }

  function answer(position, isRight, guess) {
    given.set(key(position), { isRight, guess });
    score.asked++;
    score.right += isRight ? 1 : 0;
    const more = document.querySelector("#exercise button:not([hidden])");
    tellCourse(score.right, score.asked, isLast(position) && !more);
    show();
    const next = box.querySelector("button");
    if (next) {
      next.focus();
    }
  }

  function tokenQuestion(position) {
    const right = chosen(position, state.budget);
    return [
      make("p", {}, ...spoken(say("predict.token", { here: quoted(tokenAt(position)) }))),
      ...candidates(position).map((token) =>
        make("button", { type: "button", class: "mono", onclick: () => answer(position, token === right, quoted(token)) }, roleOf(token) === "answer" ? say("inside.answer", { text: textOf(token) }) : textOf(token)),
      ),
    ];
  }

  function numberQuestion(sentence, most, position, right) {
    const input = make("input", { type: "number", min: "0", max: String(most), step: "1", "aria-label": sentence });
    const guess = () => /^\d+$/.test(input.value) && answer(position, Number(input.value) === right, input.value);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault(); // or it would press what has the focus then
        guess();
      }
    });
    return [make("p", {}, sentence), input, make("button", { type: "button", onclick: guess }, say("predict.guess"))];
  }

  function question(position) {
    if (kind() === "token") {
      return tokenQuestion(position);
    }
    if (kind() === "head") {
      const head = heads[askedHead(position)];
      return numberQuestion(say("predict.head", { name: quotation(head.name), here: quoted(tokenAt(position)), position }), position, position, target(position));
    }
    return numberQuestion(say("predict.budget"), mostSteps, position, enoughSteps());
  }

  function why(position) {
    if (kind() === "token") {
      return situation(position, state.budget) + " " + inShort(position).textContent + ".";
    }
    if (kind() === "head") {
      const head = heads[askedHead(position)];
      return say("inside.head", { name: quotation(head.name) }) + ": " + head.words + " " + attentionText(attended(head.layer, head.head, position));
    }
    const lucky = data.forced.slice(0, enoughSteps()).flatMap((one, budget) => (one[1] ? [budget] : []));
    const said = say("predict.enough", { count: enoughSteps() });
    const budgets = lucky.slice(0, 8).join(", ");
    return lucky.length === 0 ? said : said + " " + say(lucky.length > 8 ? "predict.lucky.more" : "predict.lucky", { budgets });
  }

  function isLast(position) {
    return kind() === "budget" || position >= lastUnder(state.budget);
  }

  function verdict(position) {
    const { isRight, guess } = given.get(key(position));
    const words = make("strong", { class: isRight ? "right-text" : "wrong-text" }, (isRight ? say("predict.right") : say("predict.wrong", { guess })) + " ");
    return [
      make("p", {}, words, ...spoken(why(position))),
      isLast(position) ? ending() : make("button", { type: "button", class: "play", onclick: () => step(position + 1) }, say("predict.next") + " \u25b6"),
    ];
  }

  function ending() {
    const all = make("p", {}, say("predict.last") + " ");
    all.append(make("button", { type: "button", onclick: () => { score.right = 0; score.asked = 0; given.clear(); move(thinkAt); } }, say("predict.again")));
    return all;
  }

  return {
    isOpen,
    /** Which part of the page must keep silent at a position. */
    hidesToken: (position) => kind() === "token" && isOpen(position),
    hidesHeads: (position) => kind() === "head" && isOpen(position),
    hidesBudgets: () => kind() === "budget" && isOpen(0),
    isOn: () => kind() !== "off",
    choose(name) {
      const known = ["token", "head", "budget"].includes(name) && !(name === "budget" && mostSteps === 0);
      choice.value = known ? name : "off";
    },
    /** The last position that may be gone to: that of the first open question. */
    limit() {
      if (kind() !== "token") {
        return lastRead;
      }
      let position = thinkAt;
      while (position < lastUnder(state.budget) && !isOpen(position)) {
        position++;
      }
      return position;
    },
    /** Takes a click on a token as a guess; whether it was one. */
    pick(position) {
      if (kind() === "head" && isOpen(state.at) && position <= state.at) {
        answer(state.at, position === target(state.at), String(position));
        return true;
      }
      return false;
    },
    show(position) {
      box.hidden = kind() === "off";
      byId("score").textContent = score.asked === 0 ? "" : say("predict.score", { right: score.right, asked: score.asked });
      if (kind() === "off") {
        return;
      }
      box.replaceChildren(
        ...(isOpen(position) ? question(position)
          : given.has(key(position)) ? verdict(position)
            : [make("p", {}, say(position < thinkAt ? "predict.reading" : "predict.nothing"))]),
      );
    },
  };
}
