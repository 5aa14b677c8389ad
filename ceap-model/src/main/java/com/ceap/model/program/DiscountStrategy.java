package com.ceap.model.program;

/** How large an offer a candidate carries, in percent. */
public record DiscountStrategy(
    @Key(value = "Whether candidates carry an offer.", defaultYaml = "true") boolean enabled,
    @Key(
            value = "The percent where no model recommends one.",
            defaultYaml = "10",
            min = 0,
            max = 100)
        int defaultDiscount,
    @Key(value = "Whether the model's recommendation decides.", defaultYaml = "false")
        boolean dynamicDiscounting,
    @Key(value = "No offer exceeds this percent.", defaultYaml = "20", min = 0, max = 100)
        int maxDiscount) {
  public DiscountStrategy {
    if (defaultDiscount > maxDiscount) {
      throw new IllegalArgumentException(
          "defaultDiscount " + defaultDiscount + " exceeds maxDiscount " + maxDiscount);
    }
  }
}
