package com.ceap.lambdas.campaign;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a frozen campaign, by the moment they go out at and, of one moment, the best scores
 * first.
 */
public record Manifest(List<Part> parts) {
  public Manifest {
    parts = List.copyOf(parts);
  }

  public Optional<Part> part(int number) {
    return parts.stream().filter(part -> part.number() == number).findFirst();
  }
}
