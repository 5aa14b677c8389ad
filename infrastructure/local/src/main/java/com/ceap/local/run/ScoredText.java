package com.ceap.local.run;

import com.ceap.model.Score;
import com.ceap.model.ScoredCandidate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What models were given and said of a candidate, for people. */
public final class ScoredText {
  private ScoredText() {}

  /** A line for each feature and score, then the offer and the channels. */
  public static String of(ScoredCandidate candidate) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Object> feature : candidate.features().asMap().entrySet()) {
      text.append("  feature   ").append(feature.getKey()).append(" = ");
      text.append(feature.getValue()).append('\n');
    }
    candidate.scores().forEach(score -> text.append(line(score)));
    text.append(String.format(Locale.ROOT, "  combined  %.4f%n", candidate.score()));
    candidate
        .discountPercent()
        .ifPresent(percent -> text.append("  discount  ").append(percent).append(" %\n"));
    List<String> channels = candidate.candidate().channels();
    text.append("  channels  ")
        .append(
            channels.isEmpty()
                ? "none: no channel of the program reaches the customer"
                : String.join(", ", channels));
    return text.append('\n').toString();
  }

  private static String line(Score score) {
    return String.format(
        Locale.ROOT,
        "  score     %s %.4f (%s)%n",
        score.modelId(),
        score.value(),
        score.origin().name().toLowerCase(Locale.ROOT));
  }
}
