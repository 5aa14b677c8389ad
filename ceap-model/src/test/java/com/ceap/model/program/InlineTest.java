package com.ceap.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InlineTest {
  record Shared(@Key("At least 0.") int delay, @Key(value = "How.", name = "mode") String how) {
    Shared {
      if (delay < 0) {
        throw new IllegalArgumentException("delay must be at least 0, was " + delay);
      }
    }
  }

  record Config(@Key("First.") String first, @Inline Shared shared, @Key("Last.") String last) {}

  private static final ConfigShape<Config> SHAPE = ConfigShape.of(Config.class);

  @Test
  void theKeysOfASharedRecordLieBesideTheOthersInItsPlace() {
    assertThat(SHAPE.keys())
        .extracting(ConfigKey::name)
        .containsExactly("first", "delay", "mode", "last");
  }

  @Test
  void theSharedRecordIsMadeOfItsOwnKeys() {
    assertThat(SHAPE.reader().apply(Map.of("first", "a", "delay", 3, "mode", "m", "last", "z")))
        .isEqualTo(new Config("a", new Shared(3, "m"), "z"));
  }

  @Test
  void whatTheSharedRecordRefusesIsARefusalOfTheBlock() {
    Map<String, Object> values = Map.of("first", "a", "delay", -1, "mode", "m", "last", "z");
    assertThatThrownBy(() -> SHAPE.reader().apply(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("delay must be at least 0, was -1");
  }
}
