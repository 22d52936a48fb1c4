package org.cotsim.languages.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotsim.languages.input.Characters;

/**
 * How tools write the empty word, the empty set, any other symbol and white space where a symbol
 * stands: the same for all readers.
 */
public final class ReservedSpellings {

  private static final int SHOWN = 3;

  /** Read as the empty word, wherever a symbol of an automaton is expected. */
  private static final Set<String> EMPTY_WORD =
      Set.of(
          "<eps>",
          "<epsilon>",
          "ε",
          "ϵ",
          "ɛ",
          "λ",
          "@0@",
          "@epsilon",
          "@_EPSILON_SYMBOL_@",
          "&epsilon;");

  /** What a symbol may have meant, from the most to the least certain. */
  private static final Map<String, Pattern> MEANINGS = new LinkedHashMap<>();

  static {
    meaning("the empty word", "(?i:eps|epsilon|lambda|\\\\e|\\\\L)|Λ|''|\"\"|\\(\\)|<>");
    meaning("the empty set", "[∅Ø⌀]|\\\\z|(?i:<?empty[-_]?(set)?>?)");
    meaning("white space", "@_(SPACE|TAB|NEWLINE)_@|␣|⎵|<(space|tab|SPACE|TAB)>");
    meaning(
        "any other symbol",
        "@_(UNKNOWN|IDENTITY|DEFAULT)_SYMBOL_@|@[?I]@|Σ"
            + "|(?i:<(any|other|rho|sigma|phi)>|any|others?|otherwise|else)|[!¬^].+");
    meaning("a special symbol of HFST", "@.+@");
    meaning(
        "several symbols",
        "\\[.+\\]|\\{.+\\}|(\\\\u\\p{XDigit}{4}|.)(-|\\.\\.)(\\\\u\\p{XDigit}{4}|.)"
            + "|[^,;|]+[,;|].*|[,;|]+[^,;|].*");
    meaning("a character entity", "&(\\w+|#\\d+|#x\\p{XDigit}+);");
  }

  private ReservedSpellings() {}

  private static void meaning(String what, String spellings) {
    MEANINGS.put(what, Pattern.compile(spellings));
  }

  /** Whether a label stands for the empty word. */
  public static boolean isEmptyWord(String label) {
    return EMPTY_WORD.contains(label);
  }

  /** What a symbol looks like that it is not read as, such as "the empty set". */
  public static Optional<String> lookalike(String symbol) {
    return MEANINGS.entrySet().stream()
        .filter(meaning -> meaning.getValue().matcher(symbol).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** One sentence for each thing that some of these symbols look like. */
  public static List<String> notes(Collection<String> symbols) {
    Map<String, List<String>> found =
        symbols.stream()
            .filter(symbol -> lookalike(symbol).isPresent())
            .collect(
                Collectors.groupingBy(
                    symbol -> lookalike(symbol).orElseThrow(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return found.entrySet().stream()
        .map(
            entry ->
                entry.getValue().size() == 1
                    ? "%s looks like %s, but is read as one symbol"
                        .formatted(quoted(entry.getValue()), entry.getKey())
                    : "%s look like %s, but each is read as one symbol"
                        .formatted(quoted(entry.getValue()), entry.getKey()))
        .toList();
  }

  /** The first few of them in quotes, and how many more there are. */
  public static String quoted(Collection<String> symbols) {
    List<String> first = symbols.stream().limit(SHOWN).map(Characters::quoted).toList();
    int more = symbols.size() - first.size();
    if (more > 0) {
      return String.join(", ", first) + " and " + more + " more";
    }
    int last = first.size() - 1;
    return last < 1
        ? String.join("", first)
        : String.join(", ", first.subList(0, last)) + " and " + first.get(last);
  }
}
