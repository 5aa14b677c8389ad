package com.ceap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ceap.client.example.Failures;
import com.ceap.client.example.HomeScreen;
import com.ceap.client.model.Candidate;
import com.ceap.client.model.EventReceipt;
import com.ceap.client.model.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Java example, over the generated client, against the real API. */
final class HomeScreenIT {
  private final Shop shop = new Shop();
  private LoopbackApi api;

  @BeforeEach
  void open() throws IOException {
    api = new LoopbackApi(shop.api());
    shop.recommend("C1", "P1", 0.4);
    shop.recommend("C1", "P2", 0.9);
  }

  @AfterEach
  void close() {
    api.close();
    shop.close();
  }

  @Test
  void itShowsTheCustomersCandidatesBestFirst() throws ApiException {
    List<Candidate> shown = screen("C1").shownTo("C1", 10);

    assertThat(shown).extracting(Candidate::getTitle).containsExactly("Product P2", "Product P1");
    assertThat(shown.getFirst().getPrice().getAmount()).isEqualTo("79.90");
    assertThat(shown.getFirst().getExpiresAt()).isEqualTo("2026-03-09T10:00:00Z");
  }

  @Test
  void aLongAnswerComesCompressed() throws ApiException {
    for (int product = 3; product <= 40; product++) {
      shop.recommend("C1", "P" + product, 0.5);
    }

    assertThat(screen("C1").shownTo("C1", 100)).hasSize(40);
    assertThat(api.compressed()).isEqualTo(1);
  }

  @Test
  void anIdMayHoldAnyCharacter() throws ApiException {
    String odd = "C/1 ?#&=+%;é";
    shop.recommend(odd, "P1", 0.4);

    Candidate candidate = screen(odd).shownTo(odd, 10).getFirst();

    assertThat(candidate.getCustomerId()).isEqualTo(odd);
  }

  @Test
  void aClickIsRecordedOnceHoweverOftenItIsReported() throws ApiException {
    HomeScreen screen = screen("C1");
    String candidate = screen.shownTo("C1", 1).getFirst().getCandidateId();

    EventReceipt first = screen.clicked(candidate, "click-1");
    EventReceipt again = screen.clicked(candidate, "click-1");

    assertThat(first).isEqualTo(again);
    assertThat(first.getIdempotencyKey()).isEqualTo("click-1");
    assertThat(shop.answered(201)).as("recorded").isEqualTo(1);
    assertThat(shop.answered(200)).as("shown, and known already").isEqualTo(2);
  }

  @Test
  void aMistakeIsAnsweredWithWhatWouldBeRight() {
    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> screen("C1").shownTo("C1", 0));

    Problem problem = Failures.problem(failure).orElseThrow();
    assertThat(problem.getType()).isEqualTo(Problem.TypeEnum.URN_PROBLEM_TYPE_CEAP_INVALID_REQUEST);
    assertThat(problem.getErrors().getFirst().getName()).isEqualTo("limit");
    assertThat(problem.getErrors().getFirst().getDetail()).contains("1 to 100");
    assertThat(problem.getRequestId()).isNotBlank();
  }

  @Test
  void anotherCustomersCandidatesAreRefused() {
    assertThatThrownBy(() -> screen("C2").shownTo("C1", 10))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.getCode()).isEqualTo(403));
  }

  @Test
  void itShowsNothingWhileTheApiCannotSayAndRecoversByItself() throws ApiException {
    HomeScreen screen = screen("C1");
    shop.outage().begin();
    assertThat(screen.shownTo("C1", 10)).isEmpty();
    assertThat(shop.answered(503)).isEqualTo(1);

    shop.outage().end();
    assertThat(screen.shownTo("C1", 10)).hasSize(2);
  }

  @Test
  void itShowsNothingWhereNobodyAnswers() throws ApiException {
    HomeScreen screen = screen("C1");
    api.close();

    assertThat(screen.shownTo("C1", 10)).isEmpty();
  }

  private HomeScreen screen(String customer) {
    return new HomeScreen(api.url(), () -> LoopbackApi.token(customer));
  }
}
