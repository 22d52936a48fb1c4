package org.cotsim.benchmarks.modelfile;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.simulator.model.Norm;

/**
 * Records as objects with all of their components as keys, in snake case, but for optional ones
 * that are empty; sealed interfaces of records as such objects whose first key is {@code kind}.
 *
 * <p>Unlike Gson's own adapter it refuses missing, unknown and repeated keys, and says what a
 * record's constructor says of its arguments.
 */
final class RecordAdapters implements TypeAdapterFactory {

  private static final String KIND = "kind";

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (raw.isRecord()) {
      return new OfRecord<>(gson, raw);
    }
    return raw.isSealed() ? new OfSealed<>(gson, raw) : null;
  }

  /** The adapter of a record, which can also read and write a part of an object. */
  static <T> OfRecord<T> of(Gson gson, Class<T> type) {
    return new OfRecord<>(gson, type);
  }

  private static String key(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** One record class. */
  static final class OfRecord<T> extends TypeAdapter<T> {
    private final Class<? super T> type;
    private final Map<String, RecordComponent> components = new LinkedHashMap<>();
    private final Map<String, TypeAdapter<Object>> adapters = new LinkedHashMap<>();

    @SuppressWarnings("unchecked") // the adapter of a type reads and writes objects of it
    OfRecord(Gson gson, Class<? super T> type) {
      this.type = type;
      for (RecordComponent component : type.getRecordComponents()) {
        String key = key(component.getName());
        components.put(key, component);
        adapters.put(key, (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(written(component))));
      }
    }

    /** The type of what is written of a component, if it is not empty. */
    private static Type written(RecordComponent component) {
      if (component.getType() == OptionalLong.class) {
        return Long.class;
      }
      return isOptional(component)
          ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
          : component.getGenericType();
    }

    private static boolean isOptional(RecordComponent component) {
      return component.getType() == Optional.class || component.getType() == OptionalLong.class;
    }

    /** What is written of the value of a component; empty if nothing is. */
    private static Optional<Object> present(Object field) {
      if (field instanceof Optional<?> optional) {
        return optional.map(value -> value);
      }
      if (field instanceof OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
      }
      return Optional.of(field);
    }

    private static Object argument(RecordComponent component, Object value) {
      if (component.getType() == OptionalLong.class) {
        return value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
      }
      return isOptional(component) ? Optional.ofNullable(value) : value;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      out.beginObject();
      writeFields(out, value);
      out.endObject();
    }

    void writeFields(JsonWriter out, Object value) throws IOException {
      for (var component : components.entrySet()) {
        try {
          Optional<Object> field = present(component.getValue().getAccessor().invoke(value));
          if (field.isPresent()) {
            out.name(component.getKey());
            adapters.get(component.getKey()).write(out, field.get());
          }
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(e.getMessage(), e);
        }
      }
    }

    @Override
    public T read(JsonReader in) throws IOException {
      in.beginObject();
      return readFields(in);
    }

    /** Reads the rest of an object, after its opening brace or some of its keys. */
    T readFields(JsonReader in) throws IOException {
      Map<String, Object> values = new LinkedHashMap<>();
      while (in.hasNext()) {
        String key = in.nextName();
        if (!adapters.containsKey(key)) {
          throw new JsonParseException(
              "unknown key \"" + key + "\", expected " + String.join(", ", adapters.keySet()));
        }
        if (values.put(key, adapters.get(key).read(in)) != null) {
          throw new JsonParseException("the key \"" + key + "\" is given twice");
        }
      }
      for (String key : adapters.keySet()) {
        if (!values.containsKey(key) && !isOptional(components.get(key))) {
          throw new JsonParseException("the key \"" + key + "\" is missing");
        }
      }
      T made = construct(values);
      in.endObject();
      return made;
    }

    @SuppressWarnings("unchecked") // the canonical constructor makes a T
    private T construct(Map<String, Object> values) {
      Class<?>[] types =
          components.values().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] arguments =
          components.entrySet().stream()
              .map(component -> argument(component.getValue(), values.get(component.getKey())))
              .toArray();
      if (Arrays.asList(arguments).contains(null)) {
        throw new JsonParseException("null is not allowed here");
      }
      try {
        return (T) type.getDeclaredConstructor(types).newInstance(arguments);
      } catch (InvocationTargetException e) {
        throw new JsonParseException(e.getCause().getMessage(), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  /** A sealed interface whose classes are records, told apart by their names. */
  private static final class OfSealed<T> extends TypeAdapter<T> {
    private final Map<String, OfRecord<T>> kinds = new LinkedHashMap<>();

    @SuppressWarnings("unchecked") // what is permitted is a T
    OfSealed(Gson gson, Class<? super T> type) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        if (permitted != Norm.Separate.class) { // no such model is written
          kinds.put(key(permitted), new OfRecord<>(gson, (Class<? super T>) permitted));
        }
      }
    }

    private static String key(Class<?> kind) {
      return kind.getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      String kind = key(value.getClass());
      out.beginObject().name(KIND).value(kind);
      kinds.get(kind).writeFields(out, value);
      out.endObject();
    }

    @Override
    public T read(JsonReader in) throws IOException {
      in.beginObject();
      if (!in.hasNext() || !in.nextName().equals(KIND)) {
        throw new JsonParseException("the first key must be \"" + KIND + "\"");
      }
      String kind = in.nextString();
      if (!kinds.containsKey(kind)) {
        throw new JsonParseException(
            "unknown kind \"" + kind + "\", expected " + String.join(", ", kinds.keySet()));
      }
      return kinds.get(kind).readFields(in);
    }
  }
}
