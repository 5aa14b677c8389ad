package com.ceap.lambdas.reactive;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.util.OptionalInt;

/** Models that do not answer as the shop's own does. */
final class CartShopModels {
  static final ScoringProvider DOWN =
      _ -> {
        throw new CeapException(ErrorCode.MODEL_UNAVAILABLE, "the model is down");
      };

  static final ScoringProvider WITHOUT_DISCOUNT =
      rows -> rows.stream().map(_ -> new ModelAnswer(0.5, OptionalInt.empty())).toList();

  private CartShopModels() {}
}
