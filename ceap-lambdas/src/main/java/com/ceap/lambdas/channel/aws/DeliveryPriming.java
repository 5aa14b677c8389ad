package com.ceap.lambdas.channel.aws;

import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;

/** Goes the way of a delivery up to what it would write, for a customer who does not exist. */
final class DeliveryPriming {
  private static final CandidateKey NOBODY = new CandidateKey("-", "-", "-", new Subject("-", "-"));

  private DeliveryPriming() {}

  static void prime(FunctionPlace place) {
    var _ = place.programs().newest();
    var _ = place.composing().get();
    var _ = place.delivery().stores().deliveries().find(NOBODY, "-");
  }
}
