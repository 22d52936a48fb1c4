package org.cotsim.simulator.construct.regular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.cotsim.languages.automaton.algebra.Cascade;
import org.cotsim.languages.automaton.algebra.CascadeLevel;
import org.cotsim.languages.automaton.algebra.CompositionSeries;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.EmbeddedPositions;
import org.cotsim.simulator.assemble.LastFlagged;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.ModularCount;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.WordPositions;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Vocabulary;

/** The weights of one cascade model: a clock, then the heights of the cascade from the top down. */
final class CascadeWeights implements Construction.Weights {

  private final DfaTable<?> table;
  private final Cascade cascade;
  private final Vocabulary vocabulary;
  private final ConstructionOptions options;
  private final int maxLength;
  private final WordPositions positions;
  private final Certificate certificate;

  CascadeWeights(
      DfaTable<?> table,
      Cascade cascade,
      Vocabulary vocabulary,
      ConstructionOptions options,
      int maxLength) {
    this.table = table;
    this.cascade = cascade;
    this.vocabulary = vocabulary;
    this.options = options;
    this.maxLength = maxLength;
    RoundingError errors = options.errors(largestReading());
    this.positions = WordPositions.of(options, maxLength, primes(), errors);
    this.certificate =
        new Certificate(options.arithmetic(), maxLength, 0, claims(errors), ranges());
  }

  @Override
  public Certificate certificate() {
    return certificate;
  }

  /** One for the clock, which the top averages share, and those of each height. */
  static int layers(Cascade cascade) {
    int layers = 1;
    for (CascadeLevel level : cascade.levels()) {
      layers += 2 * level.factors() + (hasHead(level) ? 1 : 0);
    }
    boolean shared = !cascade.levels().isEmpty() && cascade.levels().get(0).factors() > 0;
    return layers - (shared ? 1 : 0);
  }

  /** Whether a head looks for the latest reset; without, the initial tile is permuted only. */
  static boolean hasHead(CascadeLevel level) {
    return level.hasResets() || level.factors() == 0;
  }

  private boolean looksForResets() {
    return cascade.levels().stream().anyMatch(CascadeWeights::hasHead);
  }

  private List<Integer> primes() {
    TreeSet<Integer> primes = new TreeSet<>();
    for (CascadeLevel level : cascade.levels()) {
      for (CompositionSeries series : level.groups().values()) {
        series.factors().forEach(factor -> primes.add(factor.prime()));
      }
    }
    return List.copyOf(primes);
  }

  private ModularCount count(int prime) {
    return new ModularCount(prime, 0, maxLength + 1L);
  }

  private List<ScoreClaim> claims(RoundingError errors) {
    List<ScoreClaim> claims = new ArrayList<>();
    positions.embedded().map(p -> p.sumClaims(errors)).ifPresent(claims::addAll);
    if (positions.embedded().isEmpty()) {
      claims.add(UniformAverage.claim("clock", errors));
      for (int prime : primes()) {
        claims.add(count(prime).claim("remainder mod " + prime, errors));
      }
    }
    if (looksForResets()) {
      claims.add(LastFlagged.claim("latest reset", positions.ramp(), errors));
    }
    int factors = cascade.levels().stream().mapToInt(CascadeLevel::factors).max().orElse(0);
    claims.add(AtOnceDecoder.tables(factors + 4, errors));
    claims.add(AtOnceDecoder.output(errors));
    return claims;
  }

  private List<RangeClaim> ranges() {
    Arithmetic arithmetic = options.arithmetic();
    List<RangeClaim> ranges = new ArrayList<>();
    positions.embedded().ifPresent(table -> ranges.addAll(table.tableRanges(arithmetic)));
    if (positions.embedded().isEmpty()) {
      primes().forEach(prime -> ranges.addAll(count(prime).ranges(arithmetic)));
      ranges.add(RangeClaim.integers(arithmetic, "the number of tokens counted", maxLength + 2.0));
    }
    if (looksForResets() || positions.embedded().isEmpty()) {
      ranges.addAll(positions.ramp().ranges(arithmetic));
    }
    ranges.add(AtOnceDecoder.sequence(maxLength));
    return ranges;
  }

  /** At least the components that a sublayer reads. */
  private int largestReading() {
    int largest = 0;
    for (CascadeLevel level : cascade.levels()) {
      int width = 2 * level.situations().size() + level.befores().size();
      for (CompositionSeries series : level.groups().values()) {
        width +=
            series.factors().stream()
                .mapToInt(factor -> 6 * factor.prime() + factor.prime() * factor.subgroup().size())
                .sum();
      }
      for (int set : level.befores()) {
        width += level.isSplit(set) ? level.tiles(set).length : 0;
      }
      largest = Math.max(largest, width);
    }
    return 2 * largest
        + 2 * vocabulary.size()
        + 300
        + (options.hash() == Hash.DIGITS ? EmbeddedPositions.mostComponents() : 0);
  }

  @Override
  public Assembly assemble() {
    AtOnceDecoder decoder = new AtOnceDecoder(vocabulary, table);
    positions.embedded().ifPresent(p -> p.declare(decoder.assembler(), decoder.one()));
    LayerAssembler first = decoder.assembler().layer();
    Optional<Subspace> clock =
        positions.embedded().isPresent() ? Optional.empty() : Optional.of(decoder.addClock(first));
    CascadeStage.Shared shared =
        new CascadeStage.Shared(decoder, positions, clock, maxLength, cascade::states);
    List<CascadeLevel> levels = cascade.levels();
    Optional<LayerAssembler> shares = Optional.of(first);
    CascadeStage stage = levels.isEmpty() ? null : new CascadeStage(shared, levels.get(0), true);
    for (int l = 0; l < levels.size(); l++) {
      LayerAssembler last = stage.addHeads(shares);
      shares = Optional.empty();
      if (l + 1 < levels.size()) {
        CascadeStage next = new CascadeStage(shared, levels.get(l + 1), false);
        new CascadeTables(stage, last).addNext(next);
        stage = next;
      } else {
        new CascadeTables(stage, last).addState();
      }
    }
    positions.embedded().ifPresent(EmbeddedPositions::embed);
    return options.applyTo(
        decoder.assembler().build(AtOnceDecoder.OUTPUT_TOLERANCE), largestReading());
  }
}
