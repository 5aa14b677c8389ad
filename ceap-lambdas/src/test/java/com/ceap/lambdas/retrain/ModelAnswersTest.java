package com.ceap.lambdas.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.runtime.objects.FolderObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelAnswersTest {
  private static final boolean[] LABELS = {true, false, true, false};

  @TempDir Path folder;

  @Test
  void answersStandInTheOrderOfTheRequestsPlainOrWithADiscount() {
    ModelAnswers plain = answers("{\"predictions\": [0.5, 1]}\n{\"predictions\": [0]}\n", 3);
    assertThat(plain).isEqualTo(new ModelAnswers(List.of(0.5, 1.0, 0.0), false));
    assertThat(answers("{\"predictions\": [{\"score\": 0.25, \"discount\": 10}]}\n", 1))
        .isEqualTo(new ModelAnswers(List.of(0.25), true));
  }

  @Test
  void anAnswerThatIsNoneSaysWhichModelAndRow() {
    assertThatThrownBy(() -> answers("{\"predictions\": [0.5]}\n", 2))
        .hasMessage("the batch transform of model 'trained' has 1 predictions for 2 held-out rows");
    assertThatThrownBy(() -> answers("{\"predictions\": [0.5, {\"score\": 1.5}]}\n", 2))
        .hasMessage(
            "the batch transform of model 'trained' has no score in 0..1 for held-out row 1");
  }

  @Test
  void aModelThatRecommendsNoDiscountDoesNotReplaceOneThatDoes() {
    ModelAnswers right = new ModelAnswers(List.of(0.9, 0.1, 0.9, 0.1), false);
    ModelAnswers even = new ModelAnswers(List.of(0.5, 0.5, 0.5, 0.5), true);

    Verdict mute = Verdict.of(even, right, LABELS, 7);
    assertThat(mute.better()).isFalse();
    assertThat(mute.reason()).isEqualTo("it recommends no discounts, as the model in place does");
    Verdict speaking = Verdict.of(even, new ModelAnswers(right.scores(), true), LABELS, 7);
    assertThat(speaking.better()).isTrue();
    assertThat(speaking.reason()).isEqualTo("its log loss is surely lower");
  }

  private ModelAnswers answers(String text, int rows) {
    FolderObjectStore objects = new FolderObjectStore(folder);
    objects.put("a/held-out.jsonl.out", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    return ModelAnswers.read(objects, "a/", "trained", rows);
  }
}
