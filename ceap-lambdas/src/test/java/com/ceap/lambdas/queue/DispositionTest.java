package com.ceap.lambdas.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCategory;
import com.ceap.model.error.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispositionTest {
  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void onlyInputThatStaysWrongIsNotTriedAgain(ErrorCode code) {
    Disposition expected =
        code.category() == ErrorCategory.INVALID_INPUT
            ? new Disposition.Dead(code, "why")
            : new Disposition.Retry(code, "why");

    assertThat(Disposition.failed(new CeapException(code, "why"))).isEqualTo(expected);
  }
}
