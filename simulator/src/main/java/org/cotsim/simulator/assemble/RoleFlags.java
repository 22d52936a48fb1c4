package org.cotsim.simulator.assemble;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotsim.simulator.model.Token;

/** Flags that say which role the token at a position has: one-hot over the roles. */
public final class RoleFlags {

  private static final int ALWAYS = Token.Role.ANSWER.ordinal(); // has a flag in every model

  private final Subspace subspace;
  private final List<Token.Role> order;

  private RoleFlags(Subspace subspace, List<Token.Role> order) {
    this.subspace = subspace;
    this.order = order;
  }

  /** Declares the subspace {@code role} and lets every token write the flag of its role. */
  public static RoleFlags embed(TransformerAssembler assembler) {
    List<Token.Role> order =
        Arrays.stream(Token.Role.values())
            .filter(
                role ->
                    role.ordinal() <= ALWAYS || assembler.vocabulary().withRole(role).size() > 0)
            .toList();
    Subspace subspace =
        assembler.stream()
            .declareOneHot(
                "role",
                order.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList(),
                "start, input, think, step or answer");
    for (int id = 0; id < assembler.vocabulary().size(); id++) {
      assembler.embed(id, subspace, order.indexOf(assembler.vocabulary().token(id).role()), 1);
    }
    return new RoleFlags(subspace, order);
  }

  /** 1 where the token has one of these roles, else 0, as a form over a sublayer's input. */
  public LinearForm any(SublayerInput input, Token.Role... roles) {
    SublayerInput.Reading reading = input.readOneHot(subspace);
    LinearForm sum = input.constant(0);
    for (Token.Role role : roles) {
      sum = sum.plus(reading.at(order.indexOf(role)));
    }
    return sum;
  }
}
