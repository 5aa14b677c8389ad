package com.ceap.channels.template;

import com.ceap.model.program.Program;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The codes of a program's offers: a prefix and the percent, such as {@code CART10}. A customer has
 * the same code in every touch, on whatever channel.
 *
 * @param prefix capital letters and digits
 */
public record OfferCodes(String prefix) {
  private static final int SHORTEST = 2;
  private static final int FROM_ONE_WORD = 4;

  /**
   * The codes of a program: with the prefix of its first channel's template; without a template,
   * with the initials of its id, {@code ACR} for {@code abandoned-cart-recovery}.
   *
   * @throws com.ceap.model.error.CeapException TEMPLATE_INVALID where that template is broken
   */
  public static OfferCodes of(Program program, TemplateLibrary templates) {
    return program.channels().stream()
        .filter(channel -> channel.config() instanceof Templated)
        .map(channel -> ((Templated) channel.config()).templateId())
        .findFirst()
        .map(templateId -> new OfferCodes(templates.require(templateId).codePrefix()))
        .orElseGet(() -> new OfferCodes(initials(program.programId())));
  }

  /**
   * The code of an offer.
   *
   * @param percent 1 to 100
   */
  public String code(int percent) {
    return prefix + percent;
  }

  /** A single word says too little by its initial, so it gives four letters. */
  private static String initials(String programId) {
    String initials =
        Arrays.stream(programId.split("-", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining());
    String chosen =
        initials.length() >= SHORTEST
            ? initials
            : programId.substring(0, Math.min(FROM_ONE_WORD, programId.length()));
    return chosen.toUpperCase(Locale.ROOT);
  }
}
