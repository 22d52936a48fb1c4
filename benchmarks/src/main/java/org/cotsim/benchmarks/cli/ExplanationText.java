package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.report.NumberText;

/** Prints the fields of an {@link Explanation} as text. */
final class ExplanationText {

  private static final int NAME = 10; // characters of the column, or more
  private static final int ARG_MAX = 14; // the same of the certificate

  private ExplanationText() {}

  static void print(PrintWriter out, Map<String, Object> model) {
    out.println(model.get("problem") + ": " + model.get("summary"));
    out.println("class " + model.get("class") + "; steps claimed: " + model.get("claimed_steps"));
    for (Object note : (List<?>) model.get("notes")) {
      out.println("note: " + note);
    }
    out.println();
    printSizes(out, (Map<?, ?>) model.get("model"));
    out.println();
    printStream(out, maps(model.get("residual_stream")));
    int number = 0;
    for (Map<?, ?> layer : maps(model.get("layers"))) {
      out.println();
      printLayer(out, ++number, layer);
    }
    if (model.get("feedback") != null) {
      printFeedback(out, (Map<?, ?>) model.get("feedback"));
    }
    out.println();
    out.println("how the indexed executor runs it");
    for (Object sentence : (List<?>) model.get("indexed_executor")) {
      out.println("  " + sentence);
    }
    out.println();
    printCertificate(out, (Map<?, ?>) model.get("certificate"));
  }

  private static void printSizes(PrintWriter out, Map<?, ?> sizes) {
    out.printf(
        "%s layers%s, %s heads, width %s, feed-forward %s, %s non-zero weights%n",
        sizes.get("layers"),
        sizes.get("layers").equals(sizes.get("distinct_layers"))
            ? ""
            : ", " + sizes.get("distinct_layers") + " of them distinct",
        sizes.get("heads"),
        sizes.get("width"),
        sizes.get("feed_forward"),
        sizes.get("non_zeros"));
    out.printf(
        "vocabulary %s: start, %s input, think, %s, %s answer%s; positional embedding: %s%n",
        sizes.get("vocabulary"),
        sizes.get("input_tokens"),
        sizes.get("thought_tokens").equals(0)
            ? sizes.get("step_tokens") + " step"
            : sizes.get("thought_tokens") + " thought",
        sizes.get("answer_tokens"),
        sizes.get("padding_tokens").equals(0)
            ? ""
            : ", " + sizes.get("padding_tokens") + " padding",
        sizes.get("positions"));
  }

  private static void printFeedback(PrintWriter out, Map<?, ?> feedback) {
    out.println();
    out.printf(
        "feedback of %s%n  a thought begins with what %s held at the end of the position before, as"
            + " its %s%n",
        NumberText.counted((Integer) feedback.get("non_zeros"), "number"),
        joined(feedback.get("from")),
        joined(feedback.get("to")));
  }

  private static String joined(Object names) {
    return ((List<?>) names)
        .stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  private static void printStream(PrintWriter out, List<Map<?, ?>> subspaces) {
    out.println("residual stream");
    int longest =
        subspaces.stream().mapToInt(one -> one.get("name").toString().length()).max().orElse(0);
    String line = "  %-" + Math.max(NAME, longest) + "s %-12s %s%n";
    for (Map<?, ?> subspace : subspaces) {
      int from = (Integer) subspace.get("offset");
      int to = from + (Integer) subspace.get("width") - 1;
      String range = from == to ? "[" + from + "]" : "[" + from + ".." + to + "]";
      out.printf(line, subspace.get("name"), range, subspace.get("meaning"));
    }
  }

  private static void printLayer(PrintWriter out, int number, Map<?, ?> layer) {
    if (layer.get("same_as") != null) {
      out.println("layer " + number + " is layer " + layer.get("same_as") + " again");
      return;
    }
    out.println("layer " + number);
    for (Map<?, ?> head : maps(layer.get("heads"))) {
      out.printf("  head \"%s\" %s%n", head.get("name"), head.get("does"));
      out.printf(
          "       %s, %s mask, keys of %s, values of %s, %s%n",
          head.get("attention"),
          head.get("mask"),
          head.get("key_size"),
          head.get("value_size"),
          layer.get("attention_norm"));
    }
    for (Map<?, ?> part : maps(layer.get("feed_forward"))) {
      out.printf("  feed-forward \"%s\" %s%n", part.get("name"), part.get("does"));
    }
    if ((Integer) layer.get("hidden") > 0) {
      out.printf(
          "       %s, %s%n",
          NumberText.counted((Integer) layer.get("hidden"), "hidden unit"),
          layer.get("feed_forward_norm"));
    }
  }

  private static void printCertificate(PrintWriter out, Map<?, ?> certificate) {
    boolean holds = (Boolean) certificate.get("holds");
    out.printf(
        "certificate for n <= %s in %s: %s; the largest certified length is %s%n",
        certificate.get("length"),
        certificate.get("arithmetic"),
        holds ? "holds" : "DOES NOT HOLD",
        certificate.get("largest_certified_length"));
    if (certificate.containsKey("context")) {
      out.printf(
          "the chain forgets, and all that is counted or compared lies in one context: certified for"
              + " chains of any length in contexts of up to %s tokens%n",
          certificate.get("context"));
    }
    List<Map<?, ?>> claims = maps(certificate.get("claims"));
    int longest =
        claims.stream().mapToInt(claim -> claim.get("name").toString().length()).max().orElse(0);
    String name = "  %-" + Math.max(ARG_MAX, longest) + "s";
    out.printf(name + " %10s %10s %10s%n", "arg max", "gap", "noise", "tolerance");
    for (Map<?, ?> claim : claims) {
      out.printf(
          Locale.ROOT,
          name + " %10.2g %10.2g %10.2g%n",
          claim.get("name"),
          (Double) claim.get("gap"),
          (Double) claim.get("noise"),
          (Double) claim.get("tolerance"));
    }
    printMissing(out, certificate);
  }

  private static void printMissing(PrintWriter out, Map<?, ?> certificate) {
    for (Map<?, ?> range : maps(certificate.get("ranges"))) {
      if (!(Boolean) range.get("holds")) {
        out.printf(
            Locale.ROOT,
            "  needed: %s, %.6g; there is %.6g%n",
            range.get("name"),
            (Double) range.get("needed"),
            (Double) range.get("limit"));
      }
    }
  }

  private static List<Map<?, ?>> maps(Object list) {
    return ((List<?>) list).stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
  }
}
