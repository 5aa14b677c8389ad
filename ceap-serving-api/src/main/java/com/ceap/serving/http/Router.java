package com.ceap.serving.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the route of a request. Immutable. */
public final class Router {
  private final Map<Route, PathTemplate> routes = new LinkedHashMap<>();

  public Router(List<Route> routes) {
    routes.forEach(route -> this.routes.put(route, PathTemplate.of(route.template())));
  }

  public List<Route> routes() {
    return List.copyOf(routes.keySet());
  }

  /** The methods that a path has; none where there is no such path. */
  public List<String> methods(String path) {
    return fitting(path).stream().map(match -> match.route().method()).toList();
  }

  /** A route, and the raw segments that stand for its parameters. */
  public record Match(Route route, Map<String, String> segments) {
    /**
     * The values in the path.
     *
     * @throws ProblemException INVALID_REQUEST
     */
    public Parameters path() {
      return Parameters.ofPath(segments, route.path());
    }
  }

  /**
   * The route of a method and path.
   *
   * @throws ProblemException NOT_FOUND or METHOD_NOT_ALLOWED
   */
  public Match find(String method, String path) {
    List<Match> fitting = fitting(path);
    if (fitting.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "no route has this path; /openapi.json lists them all");
    }
    return fitting.stream()
        .filter(match -> match.route().method().equals(method))
        .findFirst()
        .orElseThrow(() -> notAllowed(fitting));
  }

  private static ProblemException notAllowed(List<Match> fitting) {
    String methods =
        fitting.stream().map(match -> match.route().method()).collect(Collectors.joining(", "));
    return new ProblemException(
        ProblemType.METHOD_NOT_ALLOWED, "this path takes " + methods, Map.of("allow", methods));
  }

  private List<Match> fitting(String path) {
    List<Match> fitting = new ArrayList<>();
    String[] segments = PathTemplate.split(path);
    routes.forEach(
        (route, template) ->
            template.match(segments).ifPresent(raw -> fitting.add(new Match(route, raw))));
    return fitting;
  }
}
