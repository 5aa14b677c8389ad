package com.ceap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.program.LoadResult;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class ExampleProgramsTest {
  @Test
  void theProgramOfTheFilterHowToIsValid() throws IOException {
    try (InputStream yaml = getClass().getResourceAsStream("geographic.yaml")) {
      assertThat(
              new ProgramLoader(ShippedExtensions.load())
                  .load("geographic.yaml", yaml.readAllBytes()))
          .isInstanceOf(LoadResult.Loaded.class);
    }
  }
}
