package org.cotsim.simulator.construct.graph;

import java.util.List;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.model.Arithmetic;

/** How heads tell the vertices that tokens name, and counts of tokens, apart. */
sealed interface GraphCode permits AngleCode, DigitCode {

  /** What a token names a vertex as. */
  enum Name {
    LEFT,
    RIGHT,
    FROM,
    TO,
    WANTED
  }

  /** A count n of tokens, known as 1/(1 + n). */
  interface Count {

    /** The count so that equal ones can be found; zeros at the start token. */
    List<LinearForm> read(SublayerInput input);
  }

  /** Declares what tokens hold. */
  void declare(TransformerAssembler assembler, GraphEmbedding embedding);

  /** Lets a token name a vertex. */
  void embed(int token, Name as, int vertex);

  /** Adds the layers that are needed before vertices can be compared, and the one that can. */
  LayerAssembler begin();

  /** The vertex that a token names, anything where it names none, zeros at the start token. */
  List<LinearForm> vertex(SublayerInput input, Name as);

  /** The vertex that a token names, zeros where it names none. */
  List<LinearForm> vertexOrZero(SublayerInput input, Name as);

  /** The coordinates of {@link #vertex}. */
  int width();

  /** How a person reads {@link #vertex}. */
  Wording wording();

  /**
   * A vertex as a head found it.
   *
   * @param copy a subspace whose first coordinates it is in
   * @param named a form over the residual stream, 1 where there is one
   */
  List<LinearForm> copied(SublayerInput input, Subspace copy, LinearForm named);

  /** The score of equal vertices. */
  double vertexEqual();

  /** The gap between that and the score of different ones. */
  double vertexGap();

  /** A count of edges that have an end in common. */
  Count edges(String name, LinearForm inverse);

  /** A count of vertices. */
  Count vertices(String name, LinearForm inverse);

  /** Adds the layers that are needed before counts can be compared, and the one that can. */
  LayerAssembler prepare(LayerAssembler layer, List<Count> counts);

  /** The count 0 of edges. */
  List<LinearForm> none(SublayerInput input);

  /** The score of equal counts of edges. */
  double edgesEqual();

  /** The score of equal counts of vertices. */
  double verticesEqual();

  /** The gap between that and the score of different ones. */
  double countGap();

  /** The smaller one of the gaps. */
  default double gap() {
    return Math.min(vertexGap(), countGap());
  }

  /** What the head relies on that finds all tokens of a vertex. */
  ScoreClaim sameVertex(String name, RoundingError errors);

  /** What the head relies on that finds a token of the vertex it copied, or the start token. */
  ScoreClaim copiedVertex(String name, RoundingError errors);

  /** What the head relies on that finds an edge by a vertex and counts, or the start token. */
  ScoreClaim sameEdge(String name, RoundingError errors);

  /** What the head relies on that finds a vertex by its number, or the start token. */
  ScoreClaim sameNumber(String name, RoundingError errors);

  /** What comparing by itself relies on. */
  List<ScoreClaim> claims();

  /** The numbers that the arithmetic must have. */
  List<RangeClaim> ranges(Arithmetic arithmetic);
}
