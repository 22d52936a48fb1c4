package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.page.diagram.Diagram;
import org.cotsim.benchmarks.page.diagram.Layout;
import org.cotsim.benchmarks.page.diagram.LibraryLayout;
import org.cotsim.benchmarks.page.diagram.Marks;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.report.Svg;
import org.cotsim.languages.input.Point;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.trace.Attended;
import org.cotsim.simulator.trace.Moment;
import org.cotsim.simulator.trace.Span;

/**
 * One step of a run as a picture without a page: the tokens with what the heads look at, what is
 * written next, and the machine beside it. The pictures of a run have one size.
 */
public final class StepPicture {

  static final String ACCENT = "#0b5cad";
  private static final double WIDTH = 760;
  private static final double STRIP = 200; // height of the tokens and all above them
  private static final double DIAGRAM = 330;
  private static final double CELL = 42;
  private static final int LINE = 105; // characters
  private static final double LINE_HEIGHT = 20;
  private static final int FEW_HEADS = 4; // of more, those that find one token are shown
  private static final String[] HEADS = {"#2f7fbf", "#c2571a", "#2e8b57", "#8e4ec6", "#b8860b"};

  private final TracedInput run;
  private final Situation situation;
  private final String title;
  private final List<Token> tokens;
  private final int thinkAt;
  private final double words; // their height where they take most lines
  private final Optional<Diagram> diagram;
  private final Layout layout;

  /** The pictures of a run in a language. */
  public StepPicture(TracedInput run, Sentences say) {
    this.run = run;
    this.situation = new Situation(run, say);
    this.title = TracePage.title(run, say);
    this.tokens = situation.tokens();
    this.thinkAt = situation.thinkAt();
    this.words =
        LINE_HEIGHT
            * IntStream.range(thinkAt, thinkAt + steps())
                .map(position -> lines(situation.at(position)).size())
                .max()
                .orElse(1);
    this.diagram = run.scene().map(SceneDiagram::of);
    List<Point> places = diagram.map(new LibraryLayout()::places).orElse(List.of());
    this.layout = Layout.at(places);
  }

  /** How many steps there are to draw, as a page counts them; at the last one it answers. */
  public int steps() {
    return situation.choices();
  }

  /**
   * The picture of a step.
   *
   * @param step counted from 1, at most {@link #steps}
   */
  public String svg(int step) {
    int position = thinkAt + step - 1;
    String said = situation.at(position);
    double below = STRIP + 40 + words;
    double rows = tapeRows(0).map(any -> machineTapes() * TapeRows.HEIGHT + 12).orElse(0.0);
    double height = below + 14 + rows + (diagram.isPresent() ? DIAGRAM : 0);
    Svg svg = Svg.standing(WIDTH, height, title, said);
    svg.open("g").set("font-family", "Helvetica, Arial, DejaVu Sans, sans-serif");
    svg.open("text").set("x", 24).set("y", 32).set("font-size", 18).set("font-weight", "700");
    svg.set("fill", "#1d2129").text(title).close();
    strip(svg, position);
    svg.open("g").set("font-size", 14).set("fill", "#1d2129");
    List<String> lines = lines(said);
    for (int i = 0; i < lines.size(); i++) {
      svg.label(24, STRIP + 46 + LINE_HEIGHT * i, lines.get(i));
    }
    svg.close();
    int made = machineSteps(position);
    tapeRows(made).ifPresent(tapes -> tapes.draw(svg, WIDTH / 2, below));
    diagram.ifPresent(
        one -> {
          Marks marks = SceneMarks.of(run.scene().orElseThrow(), made);
          one.draw(svg, layout, marks, 20, below + 6 + rows, WIDTH - 40, DIAGRAM - 12);
        });
    return svg.close().finish();
  }

  private int machineTapes() {
    return ((MachineScene.Tapes) run.scene().orElseThrow()).machine().tapes();
  }

  private Optional<TapeRows> tapeRows(int steps) {
    return run.scene()
        .filter(MachineScene.Tapes.class::isInstance)
        .map(scene -> new TapeRows((MachineScene.Tapes) scene, steps));
  }

  /** The steps that the machine has made once this position is read. */
  private int machineSteps(int position) {
    if (run.trace().decoding().steps() == 0) {
      return position + 1; // every position knows its state
    }
    boolean tapes = run.scene().filter(MachineScene.Tapes.class::isInstance).isPresent();
    return tapes
        ? (int)
            tokens.subList(thinkAt + 1, position + 1).stream()
                .filter(token -> token.role() == Token.Role.STEP)
                .count()
        : position - thinkAt;
  }

  /** The words below the tokens, a text for each line. */
  private static List<String> lines(String said) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : said.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void strip(Svg svg, int position) {
    int longest =
        tokens.stream()
            .mapToInt(t -> t.text().codePointCount(0, t.text().length()))
            .max()
            .orElse(1);
    double cell = Math.min(130, Math.max(CELL, longest * 8.2 + 14));
    int shown = Math.min(tokens.size(), (int) ((WIDTH - 48) / cell));
    int first = Math.max(0, Math.min(tokens.size() - shown, position - shown + 3));
    double left = (WIDTH - shown * cell) / 2;
    arcs(svg, position, first, shown, left, cell);
    for (int i = first; i < first + shown; i++) {
      double x = left + (i - first) * cell;
      boolean written = i <= position + 1;
      boolean next = i == position + 1;
      String stroke = next ? ACCENT : i == position ? "#1d2129" : "#c9cdd4";
      svg.open("rect").set("x", x + 2).set("y", STRIP - 38).set("width", cell - 4);
      svg.set("height", 36).set("rx", 6).set("fill", fill(i, written));
      svg.set("stroke", stroke).set("stroke-width", next || i == position ? 2.5 : 1).close();
      String label = written ? cut(tokens.get(i).text(), cell) : "";
      text(svg, x + cell / 2, STRIP - 15, 13, label, "#1d2129");
      text(svg, x + cell / 2, STRIP + 13, 10, String.valueOf(i), "#5b6370");
    }
  }

  private static String cut(String text, double cell) {
    int room = (int) ((cell - 8) / 7.9);
    return text.codePointCount(0, text.length()) <= room
        ? text
        : text.substring(0, text.offsetByCodePoints(0, room - 1)) + "\u2026";
  }

  private String fill(int position, boolean written) {
    Token.Role role = tokens.get(position).role();
    if (!written) {
      return "#f4f5f7";
    }
    return switch (role) {
      case INPUT -> "#eee8f8";
      case STEP, THOUGHT -> "#e3eefa";
      case ANSWER, OUTPUT -> run.right() ? "#d9f0e4" : "#fbe3d6";
      default -> "#ffffff";
    };
  }

  private void arcs(Svg svg, int position, int first, int shown, double left, double cell) {
    Moment moment = run.trace().moments().get(position);
    List<Attended> heads = moment.heads().stream().flatMap(List::stream).toList();
    for (int h = 0; h < heads.size(); h++) {
      Attended seen = heads.get(h);
      if (heads.size() <= FEW_HEADS || (seen.positions() == 1 && seen.spans().get(0).from() > 0)) {
        for (Span span : seen.spans()) {
          int from = Math.max(first, span.from());
          int to = Math.min(first + shown, span.from() + span.length());
          for (int target = from; target < to; target++) {
            double shift = heads.size() > 1 ? (h / (heads.size() - 1.0) - 0.5) * 12 : 0;
            double start = left + (position - first + 0.5) * cell + shift;
            double end = left + (target - first + 0.5) * cell + shift;
            arc(svg, start, end, HEADS[h % HEADS.length], span.weight());
          }
        }
      }
    }
  }

  private static void arc(Svg svg, double start, double end, String colour, double weight) {
    double bottom = STRIP - 40;
    double top = Math.max(52, bottom - 30 - 0.35 * Math.abs(start - end));
    double aside = start == end ? 18 : 0;
    String path =
        "M%s %sC%s %s %s %s %s %s"
            .formatted(
                Svg.number(start),
                Svg.number(bottom),
                Svg.number(start - aside),
                Svg.number(top),
                Svg.number(end + aside),
                Svg.number(top),
                Svg.number(end),
                Svg.number(bottom));
    svg.open("path").set("d", path).set("fill", "none").set("stroke", colour);
    svg.set("stroke-width", 1.2 + 3 * weight).set("stroke-opacity", 0.45 + 0.5 * weight).close();
  }

  static void text(Svg svg, double x, double y, double size, String text, String colour) {
    svg.open("text").set("x", x).set("y", y).set("font-size", size).set("text-anchor", "middle");
    svg.set("font-family", "DejaVu Sans Mono, Consolas, monospace").set("fill", colour);
    svg.text(text).close();
  }
}
