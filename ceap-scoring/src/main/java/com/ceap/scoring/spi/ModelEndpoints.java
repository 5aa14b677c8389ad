package com.ceap.scoring.spi;

/**
 * The hosted models of the place where the platform runs: SageMaker on AWS, trained files locally.
 */
public interface ModelEndpoints {
  /**
   * The endpoint of a name.
   *
   * @throws com.ceap.model.error.CeapException MODEL_MISSING where there is none and that can be
   *     told
   */
  ScoringProvider endpoint(String name);
}
