package org.cotsim.benchmarks.experiment.trained;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.modelfile.TokenFile;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The tokens of a problem as a model numbers them.
 *
 * @param vocabulary the problem's tokens as it numbers them, then those that only the model has,
 *     which are never right
 * @param ids the model's number of each, [vocabulary]
 */
@SuppressWarnings("ArrayRecordComponent")
record TokenMap(Vocabulary vocabulary, int[] ids) {

  /**
   * Finds every token of a problem in a file: by text and role, or by text where the file has no
   * roles.
   *
   * @throws InputException if some are missing there, or written twice
   * @throws ExperimentException if the texts of the problem's tokens do not tell them apart
   */
  static TokenMap of(TokenFile file, Vocabulary problem, String name)
      throws InputException, ExperimentException {
    boolean roles = file.entries().stream().allMatch(entry -> entry.role().isPresent());
    Map<String, Integer> known = new HashMap<>();
    for (int id = 0; id < file.entries().size(); id++) {
      TokenFile.Entry entry = file.entries().get(id);
      String key = roles ? key(entry.text(), entry.role().orElseThrow()) : entry.text();
      if (known.put(key, id) != null) {
        throw InputException.in(file.source(), "the token \"" + key + "\" stands there twice");
      }
    }
    if (!roles) {
      requireTexts(problem, name);
    }
    return of(file, problem, name, roles, known);
  }

  private static TokenMap of(
      TokenFile file, Vocabulary problem, String name, boolean roles, Map<String, Integer> known)
      throws InputException {
    List<Token> tokens = new ArrayList<>(problem.tokens());
    List<Integer> ids = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Token token : problem.tokens()) {
      Integer id = known.get(roles ? key(token.text(), token.role()) : token.text());
      if (id == null) {
        missing.add(key(token.text(), token.role()));
      } else {
        ids.add(id);
      }
    }
    if (!missing.isEmpty()) {
      throw InputException.in(
          file.source(),
          "of the tokens of %s %s missing: %s"
              .formatted(name, missing.size() == 1 ? "one is" : "some are", some(missing)));
    }
    Set<Integer> left = new TreeSet<>(known.values());
    ids.forEach(left::remove);
    for (int id : left) {
      tokens.add(new Token(file.entries().get(id).text() + " (" + id + ")", Token.Role.INPUT));
      ids.add(id);
    }
    return new TokenMap(new Vocabulary(tokens), ids.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void requireTexts(Vocabulary problem, String name) throws ExperimentException {
    Set<String> texts = new HashSet<>();
    for (Token token : problem.tokens()) {
      if (!texts.add(token.text())) {
        throw new ExperimentException(
            "%s has several tokens that are written \"%s\", so a vocabulary without roles does not tell them apart; cot data writes one with roles"
                .formatted(name, token.text()));
      }
    }
  }

  private static String key(String text, Token.Role role) {
    return text + " (" + role.name().toLowerCase(Locale.ROOT) + ")";
  }

  private static String some(List<String> missing) {
    String listed = missing.stream().limit(5).collect(Collectors.joining(", "));
    return missing.size() > 5 ? listed + " and " + (missing.size() - 5) + " more" : listed;
  }
}
