package org.cotsim.benchmarks.modelfile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/** How the parts of a model stand in JSON. */
final class Adapters {

  private static final String TRUNCATED = ", truncated"; // how such an arithmetic is called

  private Adapters() {}

  record AffineFields(Matrix matrix, List<Double> bias) {

    static AffineFields of(Affine map) {
      return new AffineFields(map.matrix(), DoubleStream.of(map.biases()).boxed().toList());
    }

    Affine map() {
      return new Affine(matrix, bias.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  record SubspaceFields(String name, int offset, int width, String meaning) {

    static SubspaceFields of(Subspace subspace) {
      return new SubspaceFields(
          subspace.name(), subspace.offset(), subspace.width(), subspace.meaning().toString());
    }

    Subspace subspace() {
      return new Subspace(name, offset, width, Phrase.name(meaning), Wording.numbers());
    }
  }

  private static Arithmetic arithmetic(String name) {
    boolean truncates = name.endsWith(TRUNCATED);
    Arithmetic named =
        Arithmetic.named(truncates ? name.substring(0, name.length() - TRUNCATED.length()) : name)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no arithmetic \"" + name + "\""));
    return truncates ? named.truncating() : named;
  }

  static Gson gson() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .registerTypeAdapterFactory(new RecordAdapters()) // what is registered later goes first
        .registerTypeAdapter(Matrix.class, new MatrixAdapter())
        .registerTypeAdapter(Mask.class, named(Mask.values(), mask -> lower(mask)))
        .registerTypeAdapter(Token.Role.class, named(Token.Role.values(), role -> lower(role)))
        .registerTypeAdapterFactory(
            as(
                Affine.class,
                TypeToken.get(AffineFields.class),
                AffineFields::of,
                AffineFields::map))
        .registerTypeAdapterFactory(
            as(
                Vocabulary.class,
                new TypeToken<List<Token>>() {},
                Vocabulary::tokens,
                Vocabulary::new))
        .registerTypeAdapterFactory(
            as(
                Subspace.class,
                TypeToken.get(SubspaceFields.class),
                SubspaceFields::of,
                SubspaceFields::subspace))
        .registerTypeAdapterFactory(
            as(Phrase.class, TypeToken.get(String.class), Phrase::toString, Phrase::name))
        .registerTypeAdapterFactory(
            as(
                Arithmetic.class,
                TypeToken.get(String.class),
                Arithmetic::name,
                Adapters::arithmetic))
        .create();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** One of several values by its name. */
  private static <T> TypeAdapter<T> named(T[] values, Function<T, String> name) {
    Map<String, T> known =
        Stream.of(values).collect(Collectors.toMap(name, value -> value, (a, b) -> a));
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(name.apply(value));
      }

      @Override
      public T read(JsonReader in) throws IOException {
        String text = in.nextString();
        if (!known.containsKey(text)) {
          String expected = Arrays.stream(values).map(name).collect(Collectors.joining(", "));
          throw new JsonParseException("found \"" + text + "\", expected " + expected);
        }
        return known.get(text);
      }
    };
  }

  /** Values of one type written as those of another. */
  private static <T, F> TypeAdapterFactory as(
      Class<T> type, TypeToken<F> written, Function<T, F> to, Function<F, T> from) {
    return new TypeAdapterFactory() {
      @Override
      @SuppressWarnings("unchecked") // U is T where the raw types are the same
      public <U> TypeAdapter<U> create(Gson gson, TypeToken<U> asked) {
        if (asked.getRawType() != type) {
          return null;
        }
        TypeAdapter<F> fields = gson.getAdapter(written);
        return (TypeAdapter<U>)
            new TypeAdapter<T>() {
              @Override
              public void write(JsonWriter out, T value) throws IOException {
                fields.write(out, to.apply(value));
              }

              @Override
              public T read(JsonReader in) throws IOException {
                try {
                  return from.apply(fields.read(in));
                } catch (IllegalArgumentException e) {
                  throw new JsonParseException(e.getMessage(), e);
                }
              }
            };
      }
    };
  }
}
