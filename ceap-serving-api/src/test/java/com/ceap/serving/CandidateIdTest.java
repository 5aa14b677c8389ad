package com.ceap.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CandidateKey;
import com.ceap.model.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateIdTest {
  private static final List<String> PIECES =
      List.of("C", "1", "#", "%", "%23", "%25", "/", "🛒", "é", " ", "\u0000", "=");

  @Test
  void anIdLeadsBackToItsKeyAndToNoOther() {
    long seed = 20260302;
    SplittableRandom random = new SplittableRandom(seed);
    Set<CandidateKey> keys = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 3_000; i++) {
      Subject subject = new Subject(text(random), text(random));
      CandidateKey key = new CandidateKey(text(random), text(random), text(random), subject);
      String id = CandidateId.of(key);
      assertThat(id).matches("[A-Za-z0-9_-]+");
      assertThat(CandidateId.parse(id)).as("seed %d", seed).contains(key);
      keys.add(key);
      ids.add(id);
    }
    assertThat(ids).hasSameSizeAs(keys);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "C#reco#US#product#",
        "C#reco#US#product#P#x#",
        "C#reco#US# #P#",
        "C#reco#US#product#P",
        "C%24#reco#US#product#P#"
      })
  void whatIsNoKeyIsNoId(String parts) {
    String id =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    assertThat(CandidateId.parse(id)).isEmpty();
  }

  @Test
  void aKeyHasOneIdOnly() {
    CandidateKey key = new CandidateKey("C1", "reco", "US", new Subject("product", "P1"));
    String id = CandidateId.of(key);
    String padded = id + "=".repeat((4 - id.length() % 4) % 4);
    assertThat(padded.equals(id) || CandidateId.parse(padded).isEmpty()).isTrue();
    byte[] broken = {'C', (byte) 0xff, '#', 'r', '#', 'U', '#', 'p', '#', 'P', '#'};
    assertThat(CandidateId.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(broken)))
        .isEmpty();
    assertThat(CandidateId.parse("not/url+safe")).isEmpty();
  }
}
