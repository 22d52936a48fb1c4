package org.cotsim.simulator.assemble;

import java.util.List;
import java.util.Locale;
import org.cotsim.simulator.model.Token;

/** Flags that say which role the token at a position has: one-hot over the roles. */
public final class RoleFlags {

  private static final List<Token.Role> ORDER =
      List.of(
          Token.Role.START,
          Token.Role.INPUT,
          Token.Role.THINK,
          Token.Role.STEP,
          Token.Role.OUTPUT,
          Token.Role.ANSWER);

  private final Subspace subspace;

  private RoleFlags(Subspace subspace) {
    this.subspace = subspace;
  }

  /** Declares the subspace {@code role} and lets every token write the flag of its role. */
  public static RoleFlags embed(TransformerAssembler assembler) {
    Subspace subspace =
        assembler.stream()
            .declareOneHot(
                "role",
                ORDER.stream()
                    .map(role -> Phrase.of(role.name().toLowerCase(Locale.ROOT)))
                    .toList(),
                "start, input, think, step or answer");
    for (int id = 0; id < assembler.vocabulary().size(); id++) {
      int flag = ORDER.indexOf(assembler.vocabulary().token(id).role());
      if (flag >= 0) {
        assembler.embed(id, subspace, flag, 1);
      }
    }
    return new RoleFlags(subspace);
  }

  /** 1 where the token has one of these roles, else 0, as a form over a sublayer's input. */
  public LinearForm any(SublayerInput input, Token.Role... roles) {
    SublayerInput.Reading reading = input.readOneHot(subspace);
    LinearForm sum = input.constant(0);
    for (Token.Role role : roles) {
      sum = sum.plus(reading.at(ORDER.indexOf(role)));
    }
    return sum;
  }
}
