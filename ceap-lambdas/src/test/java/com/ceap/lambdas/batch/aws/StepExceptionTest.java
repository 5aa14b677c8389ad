package com.ceap.lambdas.batch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepExceptionTest {
  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void anErrorIsCalledByItsCategory(ErrorCode code) {
    StepException thrown = StepException.of(new CeapException(code, "what went wrong"));
    assertThat(thrown.getClass().getSimpleName()).isEqualTo(camel(code.category().name()));
    assertThat(thrown).hasMessage(code + ": what went wrong");
    assertThat(StepException.of(thrown)).isSameAs(thrown);
  }

  @Test
  void whatIsNoneOfOursIsADefectUnlessIoWentWrong() {
    assertThat(StepException.of(new IllegalStateException("never")))
        .isInstanceOf(DefectException.class)
        .hasMessageStartingWith("DEFECT: java.lang.IllegalStateException: never at com.ceap.");
    assertThat(StepException.of(new UncheckedIOException("cannot read x", new IOException())))
        .isInstanceOf(DependencyDownException.class);
  }

  private static String camel(String category) {
    return Arrays.stream(category.split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining())
        + "Exception";
  }
}
