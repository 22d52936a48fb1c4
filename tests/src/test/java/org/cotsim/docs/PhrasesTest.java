package org.cotsim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.page.SentencesFile;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.junit.jupiter.api.Test;

/** What the constructions of the catalogue say of their decoders is known in German. */
class PhrasesTest {

  private static final int LENGTH = 6;
  private static final int STEPS = 24;
  private static final int FEW = 40; // coordinates of a subspace that are read one by one

  private static final List<ConstructionOptions> OPTIONS =
      List.of(
          ConstructionOptions.defaults(),
          ConstructionOptions.defaults().withHash(Hash.FOLDED),
          ConstructionOptions.defaults().withNorms(Norms.PROJECTED),
          ConstructionOptions.defaults().withRightmost(Rightmost.DIFFERENCES),
          ConstructionOptions.defaults().withPositions(Positions.EMBEDDED),
          ConstructionOptions.defaults().withPositions(Positions.EMBEDDED).withHash(Hash.DIGITS));

  private static List<Problem<?>> problems() throws Exception {
    List<String> names = new ArrayList<>();
    Catalogue.entries().forEach(entry -> names.add(entry.name()));
    for (ProblemKind kind : Problems.kinds()) {
      names.addAll(kind.names());
    }
    names.add("formula:(#(a) + 2#(b)) % 3 = 0 | H #(a) > #(b)");
    names.add("formula:a S (b & Y !O a)");
    List<Problem<?>> problems = new ArrayList<>();
    for (String name : names) {
      Problem<?> problem = Problems.find(name, Optional.empty(), 10_000);
      problems.add(problem);
      if (problem instanceof WaysToBuild<?> able) {
        for (Recipe way : able.ways()) {
          try {
            problems.add(able.by(way));
          } catch (ExperimentException refused) {
            // not every language has every way
          }
        }
      }
    }
    return problems;
  }

  private static Set<Phrase> phrases(Blueprint blueprint) {
    Set<Phrase> phrases = new LinkedHashSet<>();
    blueprint.layers().forEach(layer -> layer.heads().forEach(note -> phrases.add(note.words())));
    blueprint
        .layers()
        .forEach(layer -> layer.feedForward().forEach(note -> phrases.add(note.words())));
    for (Subspace subspace : blueprint.subspaces()) {
      phrases.add(subspace.meaning());
      for (int i = 0; i < Math.min(FEW, subspace.width()); i++) {
        double[] one = new double[subspace.offset() + subspace.width()];
        one[subspace.index(i)] = 1;
        phrases.add(subspace.read(one));
      }
      phrases.add(subspace.read(new double[subspace.offset() + subspace.width()]));
    }
    return phrases;
  }

  private static <I> Optional<Blueprint> blueprint(Problem<I> problem, ConstructionOptions options)
      throws Exception {
    try {
      return Optional.of(
          VocabularyByLength.suited(problem, LENGTH)
              .build(options.uncertified())
              .compile(new Extent(LENGTH, STEPS))
              .blueprint());
    } catch (ExperimentException | NotCertifiedException refused) {
      return Optional.empty();
    }
  }

  /** Steps are formulas, or such with words. */
  private static <I> Stream<String> texts(Problem<I> problem) throws ExperimentException {
    String steps = problem.construction(ConstructionOptions.defaults()).steps();
    return Stream.concat(
        Stream.concat(
            Stream.of(problem.summary()), Stream.of(problem.languageClass().split("; ", -1))),
        Stream.of(steps).filter(text -> text.contains("one per") || text.contains("of ")));
  }

  @Test
  void whatProblemsAskIsKnownInGerman() throws Exception {
    Sentences german = SentencesFile.in("de");
    Set<String> unknown = new TreeSet<>();
    for (Problem<?> problem : problems()) {
      if (!problem.name().startsWith("formula:")) {
        texts(problem).forEach(text -> unknown.addAll(german.unknown(Phrase.of(text))));
      }
    }
    assertThat(String.join("\n", unknown)).isEmpty();
  }

  @Test
  void everyTextOfTheCatalogueIsKnownInGerman() throws Exception {
    Sentences german = SentencesFile.in("de");
    Set<String> unknown = new TreeSet<>();
    int seen = 0;
    for (Problem<?> problem : problems()) {
      for (ConstructionOptions options : OPTIONS) {
        Optional<Blueprint> blueprint = blueprint(problem, options);
        if (blueprint.isPresent()) {
          seen++;
          for (Phrase phrase : phrases(blueprint.get())) {
            unknown.addAll(german.unknown(phrase));
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(200);
    assertThat(String.join("\n", unknown)).isEmpty();
  }
}
