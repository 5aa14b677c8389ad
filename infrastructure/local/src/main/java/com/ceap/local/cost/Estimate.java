package com.ceap.local.cost;

import java.util.List;

/**
 * What something costs.
 *
 * @param required what the requirements allow, in dollars
 */
record Estimate(String title, List<Position> positions, double required) {
  Estimate {
    positions = List.copyOf(positions);
  }

  double dollars() {
    return positions.stream().mapToDouble(Position::dollars).sum();
  }
}
