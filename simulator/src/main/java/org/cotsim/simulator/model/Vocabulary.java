package org.cotsim.simulator.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.model.Token.Role;

/** The tokens of a model, each known to executors by its number only. */
public final class Vocabulary {

  private final List<Token> tokens;
  private final Map<Token, Integer> ids;
  private final Map<Token.Role, TokenSet> byRole;

  /** The vocabulary with these tokens, numbered from 0 in this order, all different. */
  public Vocabulary(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
    this.ids = new HashMap<>();
    for (int id = 0; id < tokens.size(); id++) {
      if (ids.put(tokens.get(id), id) != null) {
        throw new IllegalArgumentException("token listed twice: " + tokens.get(id));
      }
    }
    this.byRole = new LinkedHashMap<>();
    for (Token.Role role : Token.Role.values()) {
      byRole.put(
          role,
          TokenSet.of(
              tokens.size(),
              IntStream.range(0, tokens.size()).filter(id -> tokens.get(id).role() == role)));
    }
  }

  public int size() {
    return tokens.size();
  }

  public List<Token> tokens() {
    return tokens;
  }

  public Token token(int id) {
    return tokens.get(id);
  }

  /** The number of the token with this text and role. */
  public int id(String text, Token.Role role) {
    Integer id = ids.get(new Token(text, role));
    if (id == null) {
      throw new IllegalArgumentException("no " + role + " token " + text);
    }
    return id;
  }

  /** All tokens of a role. */
  public TokenSet withRole(Token.Role role) {
    return byRole.get(role);
  }

  /** The tokens that a chain is made of: steps, thoughts, summaries and restarts. */
  public TokenSet chain() {
    return TokenSet.of(
        size(),
        Stream.of(Role.STEP, Role.THOUGHT, Role.SUMMARY, Role.RESTART)
            .flatMapToInt(role -> withRole(role).stream()));
  }

  /** Every token. */
  public TokenSet all() {
    return TokenSet.of(size(), IntStream.range(0, size()));
  }
}
