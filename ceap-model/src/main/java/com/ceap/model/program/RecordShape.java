package com.ceap.model.program;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the shape of a configuration off its record. */
final class RecordShape {
  private RecordShape() {}

  static <R extends Record> ConfigShape<R> of(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<ConfigKey> keys = Arrays.stream(components).flatMap(RecordShape::keys).toList();
    return new ConfigShape<>(keys, values -> create(type, components, values));
  }

  private static Stream<ConfigKey> keys(RecordComponent component) {
    return component.isAnnotationPresent(Inline.class)
        ? inlined(component).keys().stream()
        : Stream.of(key(component));
  }

  private static ConfigShape<?> inlined(RecordComponent component) {
    return of(component.getType().asSubclass(Record.class));
  }

  private static ConfigKey key(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    if (key == null) {
      throw new IllegalStateException(
          component.getDeclaringRecord() + " lacks @Key on " + component);
    }
    boolean required = key.defaultYaml().isEmpty() && !optional(component);
    return new ConfigKey(
        name(component),
        component.getGenericType(),
        required,
        key.defaultYaml(),
        key.value(),
        key.min(),
        key.max());
  }

  private static String name(RecordComponent component) {
    String given = component.getAnnotation(Key.class).name();
    return given.isEmpty() ? component.getName() : given;
  }

  private static boolean optional(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType generic
        && generic.getRawType() == Optional.class;
  }

  private static <R extends Record> R create(
      Class<R> type, RecordComponent[] components, Map<String, Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] arguments =
          Arrays.stream(components).map(component -> argument(component, values)).toArray();
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException problem) {
        throw problem;
      }
      throw new IllegalStateException("cannot create " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type.getName(), e);
    }
  }

  private static Object argument(RecordComponent component, Map<String, Object> values) {
    return component.isAnnotationPresent(Inline.class)
        ? inlined(component).reader().apply(values)
        : values.get(name(component));
  }
}
