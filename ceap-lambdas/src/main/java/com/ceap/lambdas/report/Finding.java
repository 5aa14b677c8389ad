package com.ceap.lambdas.report;

import java.util.Optional;

/**
 * Something that the figures bear out.
 *
 * @param weight by which findings are ranked; more is more important
 * @param sentence for people, with the figures and their uncertainty
 * @param change what the program's file might say instead, as a unified diff
 */
public record Finding(double weight, String sentence, Optional<String> change) {
  static Finding of(double weight, String sentence) {
    return new Finding(weight, sentence, Optional.empty());
  }
}
