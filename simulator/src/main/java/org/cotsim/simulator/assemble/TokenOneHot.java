package org.cotsim.simulator.assemble;

import org.cotsim.simulator.model.Token;

/** The token at a position as a one-hot vector. */
public final class TokenOneHot {

  private TokenOneHot() {}

  /** Declares the subspace {@code token} and lets every token of the vocabulary write its own 1. */
  public static Subspace embed(TransformerAssembler assembler) {
    int size = assembler.vocabulary().size();
    Subspace token =
        assembler.stream()
            .declareOneHot(
                "token",
                assembler.vocabulary().tokens().stream().map(Token::text).toList(),
                "one-hot of the token at this position");
    for (int id = 0; id < size; id++) {
      assembler.embed(id, token, id, 1);
    }
    return token;
  }
}
