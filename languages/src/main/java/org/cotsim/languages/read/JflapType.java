package org.cotsim.languages.read;

import java.util.Map;

/** What a JFLAP file holds, by the text of its {@code <type>}. */
public final class JflapType {

  private static final Map<String, String> KINDS =
      Map.of(
          "fa", "a finite automaton",
          "grammar", "a grammar",
          "lsystem", "an L-system",
          "mealy", "a Mealy machine",
          "moore", "a Moore machine",
          "pda", "a pushdown automaton",
          "re", "a regular expression",
          "turing", "a Turing machine",
          "turingbb", "a Turing machine");

  private JflapType() {}

  /** Says that a file is of one type where another one is expected. */
  public static String refusal(String type, String wanted) {
    String found =
        KINDS.containsKey(type)
            ? "this is %s (type '%s')".formatted(KINDS.get(type), type)
            : "type '%s' is not one of JFLAP's".formatted(type);
    return "%s, expected %s (type '%s')".formatted(found, KINDS.get(wanted), wanted);
  }

  /** Says that a file has no type where one is expected. */
  public static String missing(String wanted) {
    return missing(wanted, "");
  }

  /** The same of a file whose root has a type as an attribute, as JFLAP 8 writes it. */
  public static String missing(String wanted, String attribute) {
    return attribute.isEmpty()
        ? "this is not a file of JFLAP, which has a <type>; expected %s (type '%s')"
            .formatted(KINDS.get(wanted), wanted)
        : "this is a file of JFLAP 8 (type=\"%s\"), expected %s of JFLAP 4 to 7 (<type>%s</type>)"
            .formatted(attribute, KINDS.get(wanted), wanted);
  }
}
