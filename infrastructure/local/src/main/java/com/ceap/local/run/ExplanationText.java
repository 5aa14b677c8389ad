package com.ceap.local.run;

import com.ceap.local.run.Explanation.Decision;

/** An explanation for people. */
public final class ExplanationText {
  private final StringBuilder text = new StringBuilder();

  private ExplanationText() {}

  public static String of(Explanation explanation, String customerId) {
    ExplanationText writer = new ExplanationText();
    writer.head(explanation, customerId);
    explanation.decisions().forEach(writer::decision);
    return writer.text.toString();
  }

  private void head(Explanation explanation, String customerId) {
    text.append(
        "%s, run %s (%s): %d decisions about customer %s%n"
            .formatted(
                explanation.programId(),
                explanation.executionId(),
                explanation.runState(),
                explanation.decisions().size(),
                customerId));
    if (explanation.decisions().isEmpty()) {
      text.append("  The run's input held no readable record of this customer.\n");
    }
  }

  private void decision(Decision decision) {
    text.append(
        "%n%s %s, %s: %s%n"
            .formatted(
                decision.subject().type(),
                decision.subject().id(),
                decision.marketplace(),
                end(decision.end())));
    decision.passed().forEach(filter -> text.append("  passed    ").append(filter).append('\n'));
    decision
        .rejection()
        .ifPresent(
            r ->
                text.append(
                    "  rejected  %s: %s, %s%n"
                        .formatted(r.filterId(), r.reasonCode(), r.sentence())));
    decision.scored().map(ScoredText::of).ifPresent(text::append);
  }

  private static String end(Explanation.End end) {
    return switch (end) {
      case REJECTED -> "rejected";
      case NOT_SELECTED -> "scored, but not among the selected";
      case NOT_STORED -> "scored, not stored";
      case STORED -> "stored";
      case REPLACED -> "stored, and decided again by a later run";
    };
  }
}
