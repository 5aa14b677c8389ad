package com.ceap.serving.http;

import com.ceap.serving.http.Fault.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of a request's parameters, each of its declared type. */
public final class Parameters {
  private final Map<Parameter<?>, Object> values;

  private Parameters(Map<Parameter<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads the segments of a path that stand for parameters.
   *
   * @param raw by the parameter's name, percent-encoded
   * @throws ProblemException INVALID_REQUEST naming every fault
   */
  static Parameters ofPath(Map<String, String> raw, List<Parameter<?>> declared) {
    Map<Parameter<?>, Object> values = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (Parameter<?> parameter : declared) {
      Optional<String> text = PercentDecoding.segment(raw.get(parameter.name()));
      read(parameter, text, Place.PATH, values, faults);
    }
    return of(values, faults);
  }

  /**
   * Reads a query.
   *
   * @throws ProblemException INVALID_REQUEST naming every fault: what is unknown, given twice,
   *     badly encoded or out of range
   */
  static Parameters ofQuery(String query, List<Parameter<?>> declared) {
    Map<Parameter<?>, Object> values = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (String pair : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
      int equals = pair.indexOf('=');
      Optional<String> name = PercentDecoding.form(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = PercentDecoding.form(equals < 0 ? "" : pair.substring(equals + 1));
      Optional<Parameter<?>> known =
          declared.stream().filter(p -> name.equals(Optional.of(p.name()))).findFirst();
      if (known.isEmpty()) {
        faults.add(unknown(name, declared));
      } else if (values.containsKey(known.get())) {
        faults.add(new Fault(Place.QUERY, known.get().name(), known.get().name() + " came twice"));
      } else {
        read(known.get(), value, Place.QUERY, values, faults);
      }
    }
    return of(values, faults);
  }

  private static Parameters of(Map<Parameter<?>, Object> values, List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return new Parameters(values);
  }

  private static <T> void read(
      Parameter<T> parameter,
      Optional<String> text,
      Place in,
      Map<Parameter<?>, Object> values,
      List<Fault> faults) {
    if (text.isEmpty()) {
      String name = parameter.name();
      faults.add(new Fault(in, name, name + " must be UTF-8 text, percent-encoded"));
      return;
    }
    try {
      values.put(parameter, parameter.read(text.get()));
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(in, parameter.name(), e.getMessage()));
    }
  }

  private static Fault unknown(Optional<String> name, List<Parameter<?>> declared) {
    String shown = TextRule.shown(name.orElse("?"));
    String known = declared.stream().map(Parameter::name).collect(Collectors.joining(", "));
    return new Fault(
        Place.QUERY,
        shown,
        "there is no parameter '%s', %s"
            .formatted(shown, known.isEmpty() ? "and no other here" : "only " + known));
  }

  /** The value of a parameter that every request of the route has. */
  public <T> T get(Parameter<T> parameter) {
    return find(parameter)
        .orElseThrow(
            () -> new IllegalStateException("the route declares no '" + parameter.name() + "'"));
  }

  @SuppressWarnings("unchecked") // read put it there under its own type
  public <T> Optional<T> find(Parameter<T> parameter) {
    return Optional.ofNullable((T) values.get(parameter));
  }

  /** The number given, or the preset one. */
  public int get(Parameter.Whole parameter) {
    return find(parameter).orElse(parameter.preset());
  }

  /** The number given, or the preset one. */
  public double get(Parameter.Decimal parameter) {
    return find(parameter).orElse(parameter.preset());
  }

  /** Whether the flag was given as true. */
  public boolean get(Parameter.Flag parameter) {
    return find(parameter).orElse(false);
  }
}
