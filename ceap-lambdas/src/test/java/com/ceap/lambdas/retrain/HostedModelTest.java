package com.ceap.lambdas.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.batch.Registries;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HostedModelTest {
  private static final Path CARTS = Path.of("../programs/abandoned-cart-recovery.yaml");

  @Test
  void theModelsThatProgramsAskAreTrainedEachEndpointOnce() throws IOException {
    assertThat(HostedModel.of(List.of(program("carts", ""), program("more-carts", ""))))
        .containsExactly(
            new HostedModel(
                "purchase-intent-v4",
                "purchase-intent-v4",
                List.of(
                    "purchase_history", "cart_value", "email_engagement", "discount_sensitivity")));
  }

  @Test
  void aProgramThatIsSwitchedOffTrainsNone() throws IOException {
    assertThat(HostedModel.of(List.of(program("carts", "enabled: false\n")))).isEmpty();
  }

  @Test
  void twoMindsAboutOneEndpointAreRefused() throws IOException {
    Program one = program("carts", "");
    Program other = load("other", text("other", "").replace("\"email_engagement\", ", ""));

    assertThatThrownBy(() -> HostedModel.of(List.of(one, other)))
        .hasMessageContaining("programs give endpoint purchase-intent-v4 different models")
        .hasMessageContaining("one model is trained for one endpoint");
  }

  @Test
  void whatNamesACustomerIsNoFeature() {
    assertThatThrownBy(() -> new HostedModel("m", "e", List.of("price", "customer_id")))
        .hasMessage(
            "model m has the feature customer_id, and nothing that names a customer or a subject"
                + " is trained on");
  }

  @Test
  void aDiscountDependsOnTheFeatureThatIsCalledASensitivity() {
    assertThat(new HostedModel("m", "e", List.of("price", "price_sensitivity")).sensitivity())
        .contains("price_sensitivity");
    assertThat(new HostedModel("m", "e", List.of("price")).sensitivity()).isEmpty();
  }

  private static Program program(String id, String line) throws IOException {
    return load(id, text(id, line));
  }

  private static String text(String id, String line) throws IOException {
    String text = Files.readString(CARTS).replaceAll("(?m)^programId: .*$", "programId: " + id);
    return line.isEmpty() ? text : text.replaceAll("(?m)^enabled:.*\\n", "") + "\n" + line;
  }

  private static Program load(String id, String text) {
    return new ProgramLoader(Registries.load().extensions())
        .load(id + ".yaml", text.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
