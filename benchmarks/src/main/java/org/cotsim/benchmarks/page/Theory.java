package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExplainsChain;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;

/**
 * Why a kind of chain works, in three sentences for somebody who sees it for the first time.
 *
 * @param sentences in the order in which they are read
 * @param source where it is proved
 */
record Theory(List<String> sentences, String source) {

  private static final String PAPER =
      "W. Merrill and A. Sabharwal, The Expressive Power of Transformers with Chain of Thought,"
          + " ICLR 2024 (arXiv 2310.07923)";

  private static final Theory REGULAR =
      new Theory(
          List.of(
              "A transformer has a fixed number of layers, so it does not follow a long word symbol by"
                  + " symbol inside one pass; but every token it writes is read again in the next"
                  + " pass, and so the chain of tokens can carry a memory. Whether the language could be"
                  + " decided without any is another question, which its class answers.",
              "Here the memory is the state of an automaton: the k-th intermediate token names the"
                  + " state after k \u2212 1 symbols, two attention heads find the k-th symbol of"
                  + " the word by counting, and a small table gives the next state.",
              "After n + 1 tokens the word is at its end and the state says the answer; forced to"
                  + " answer earlier, the model can only say whether the state reached so far"
                  + " accepts."),
          PAPER + ", theorem 1");

  private static final Theory AT_ONCE =
      new Theory(
          List.of(
              "This decoder writes no intermediate token: every position computes by itself which"
                  + " state the automaton is in before it.",
              "That works where the groups in the language's syntactic monoid are all solvable: a"
                  + " state is taken apart into a few coordinates, and each of them was last set by"
                  + " some letter, which one head finds, or has been permuted since by numbers that"
                  + " are averages and remainders.",
              "A constant number of layers does it at every length; for a group that is not solvable"
                  + " nobody knows how, and whoever shows it shows that TC0 = NC1."),
          "D. A. M. Barrington and D. Th\u00e9rien, Finite monoids and the fine structure of NC1,"
              + " 1988; the decoder is this project's");

  private static final String LITTLE_DEPTH =
      "W. Merrill and A. Sabharwal, A Little Depth Goes a Long Way, NeurIPS 2025 (arXiv 2503.03961)";

  private static final Theory LOOPS =
      new Theory(
          List.of(
              "This decoder writes no intermediate token: it applies one layer again and again, to"
                  + " all positions at once.",
              "Every position holds the product of the letters in a window that ends with it, and a"
                  + " pointer to the position before the window; in a loop it looks there, takes over"
                  + " that position's pointer and puts its product before its own, so that the"
                  + " window doubles.",
              "After ceil(log2(n + 1)) loops the last position holds the product of the whole word."
                  + " That works for every regular language, also where the groups are not solvable;"
                  + " there no decoder of a fixed number of layers is known that writes nothing."),
          LITTLE_DEPTH
              + " for loops; pointer doubling is J. C. Wyllie's, 1979; the decoder is this project's");

  private static final Theory SQUARING =
      new Theory(
          List.of(
              "This decoder writes no intermediate token: it applies one layer again and again, and"
                  + " each time the paths that it knows become twice as long.",
              "The blanks of the prompt are room to compute in: causal attention never looks to the"
                  + " right, so every loop has a block of blanks of its own, which reads the one"
                  + " before it.",
              "That takes about log2 V loops, where a chain that searches takes a step for each"
                  + " vertex and each end of an edge."),
          LITTLE_DEPTH + ", theorem 2; the decoder is this project's");

  private static final Theory TURING =
      new Theory(
          List.of(
              "Every intermediate token is one step of a Turing machine: the state that it enters,"
                  + " the symbols that it writes and how its heads move.",
              "Nobody stores the tape: where a head stands is the average of all moves so far times"
                  + " their number, and what a cell holds is found by attending to the latest token"
                  + " that wrote there.",
              "So a decoder that may think for t steps decides whatever a Turing machine decides in"
                  + " t steps, and with polynomially many steps exactly the problems in P.",
              "Whether this problem needs as many, or any, is another question, which its class"
                  + " answers."),
          PAPER + ", theorem 2");

  private static final Theory FORGETTING =
      new Theory(
          List.of(
              "Every intermediate token is one step of a Turing machine, until the chain has grown"
                  + " so long that it is worth a summary.",
              "Then the decoder writes down the state and what the tapes hold, a token for each cell,"
                  + " and restarts: the next token is chosen from the summary alone, and everything"
                  + " before it is forgotten.",
              "So the tokens that it sees at once are as many as the machine uses cells, up to a"
                  + " factor, however long the machine runs; all tokens together are as many as its"
                  + " steps, up to a factor."),
          "summaries: arXiv 2605.18079, 2026, and C. Yang et al., PENCIL, ICML 2025 (arXiv"
              + " 2503.14337); the decoder is this project's");

  private static final Theory GRAPH =
      new Theory(
          List.of(
              "Every intermediate token names the edge that a breadth-first search examines next, so"
                  + " the chain is the memory of the search.",
              "The queue is nowhere stored: a token that reaches a vertex for the first time is an"
                  + " entry of it, and heads that count how many were found and how many are"
                  + " finished know whose turn it is.",
              "That takes at most one step for each vertex and each end of an edge, whatever the"
                  + " size of the graph; without intermediate tokens a transformer is believed to be"
                  + " unable to do it at all."),
          "the linear number of steps is this project's; " + PAPER + " derive a quadratic one");

  private static final Theory THOUGHTS =
      new Theory(
          List.of(
              "A thought is not a token that is chosen but a vector that is fed back: what the last"
                  + " layer holds becomes part of the next embedding. Here it has a coordinate for"
                  + " every vertex, 1 if the vertex is reached.",
              "All edges that begin in this set tie for one head, which averages their ends; whatever"
                  + " has a share of that average joins the set, so one thought takes as many edges as"
                  + " a chain of tokens takes one after the other.",
              "There are as many thoughts as edges on a shortest path to the goal, and a vector as"
                  + " wide as there are vertices; on a graph that is one path, where no set has more"
                  + " than one edge to take, nothing is saved but the names of the edges."),
          "H. Zhu and others, Reasoning by Superposition: A Theoretical Perspective on Chain of"
              + " Continuous Thought, NeurIPS 2025 (arXiv 2505.12514); that every thought is an exact"
              + " set of 0 and 1 is this project's");

  /**
   * The theory of a problem's own, or of the chains that follow such a machine.
   *
   * @param steps that are claimed, as a person reads it
   */
  static Optional<Theory> of(Problem<?> problem, Optional<MachineScene> scene, String steps) {
    Optional<Theory> ofWay =
        problem instanceof WaysToBuild<?> able ? of(able.recipe()) : Optional.empty();
    if (ofWay.isPresent()) {
      return ofWay;
    }
    if (steps.equals("0")) {
      return Optional.of(AT_ONCE);
    }
    if (problem instanceof ExplainsChain<?> own) {
      return Optional.of(new Theory(own.whyTheChainHelps(), own.source()));
    }
    return scene.map(Theory::of);
  }

  private static Theory of(MachineScene scene) {
    if (scene instanceof MachineScene.Automaton) {
      return REGULAR;
    }
    return scene instanceof MachineScene.Tapes ? TURING : GRAPH;
  }

  /** The theory of a way that is not the usual one of its problems. */
  private static Optional<Theory> of(Recipe way) {
    return switch (way) {
      case LOOPS -> Optional.of(LOOPS);
      case SQUARING, PADDING -> Optional.of(SQUARING);
      case THOUGHTS -> Optional.of(THOUGHTS);
      case FORGETTING -> Optional.of(FORGETTING);
      default -> Optional.empty();
    };
  }

  /** What a way to build decoders takes, in short. */
  static String inShort(Recipe way) {
    return switch (way) {
      case THEOREM1 -> "n + 1 steps, the run of the automaton";
      case CASCADE -> "0 steps, from the solvable groups of the automaton";
      case ORDERED -> "0 steps, from the order of its states";
      case LOOPS -> "0 steps, but ceil(log2(n + 1)) loops of one layer";
      case SEARCH -> "a step for each vertex and each end of an edge";
      case THOUGHTS -> "as many continuous thoughts as edges on a shortest path";
      case SQUARING -> "0 steps, but about log2 V loops, with V blank tokens for each";
      case PADDING ->
          "0 steps, but about log2 V loops at a constant width, with V^3 + V^2 blanks each";
      case THEOREM2 -> "a step for each step of the machine";
      case FORGETTING ->
          "more steps, but a context no longer than the machine's space, up to a factor";
    };
  }

  /** What a decoder takes that is built from a formula. */
  static String ofFormula() {
    return "0 steps, from a formula of past temporal logic with counting";
  }

  /** What the comparison of all ways shows. */
  static String ofCurrencies() {
    return "all of these side by side, in what they cost: steps, loops, padding, thoughts, context";
  }

  /** As paragraphs. */
  String toHtml() {
    return Html.element("p", String.join(" ", sentences))
        + "\n<p class=\"source\">Source: "
        + Html.escape(source)
        + ".</p>";
  }
}
