package com.ceap.serving.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ends a request with a problem. Its detail goes to the caller and holds no personal data. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Fault> faults;
  private final transient Map<String, String> headers;

  private ProblemException(
      ProblemType type, String detail, List<Fault> faults, Map<String, String> headers) {
    super(detail);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.headers = Map.copyOf(headers);
  }

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), Map.of());
  }

  /** A problem that is answered with headers of its own. */
  public ProblemException(ProblemType type, String detail, Map<String, String> headers) {
    this(type, detail, List.of(), headers);
  }

  /** A request with these faults, all of them named at once; at least one. */
  public static ProblemException invalid(List<Fault> faults) {
    String detail = faults.stream().map(Fault::detail).collect(Collectors.joining("; "));
    return new ProblemException(ProblemType.INVALID_REQUEST, detail, faults, Map.of());
  }

  /** A request with one fault. */
  public static ProblemException invalid(Fault.Place in, String name, String detail) {
    return invalid(List.of(new Fault(in, name, detail)));
  }

  public ProblemType type() {
    return type;
  }

  public List<Fault> faults() {
    return faults;
  }

  /** Headers that the answer carries besides. */
  public Map<String, String> headers() {
    return headers;
  }
}
