package com.ceap.filters.builtin;

import com.ceap.filters.spi.BusinessRule;
import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A {@link MessageCap} over 7×24 hours.
 *
 * @param channelType whose messages count; empty counts all channels together
 */
record WeeklyCapRule(String parameter, Optional<String> channelType, String doc)
    implements BusinessRule<Integer> {
  private static final Duration WEEK = Duration.ofDays(7);

  @Override
  public Class<Integer> valueType() {
    return Integer.class;
  }

  @Override
  public void validate(Integer max) {
    if (max < 1) {
      throw new IllegalArgumentException(
          parameter + " must be at least 1, was " + max + "; to send nothing, disable the channel");
    }
  }

  @Override
  public Check check(Integer max, Chunk chunk, Program program) {
    return cap(max).check(chunk, program);
  }

  @Override
  public List<SendCap> caps(Integer max, Program program) {
    return List.of(cap(max).of(program));
  }

  private MessageCap cap(Integer max) {
    return new MessageCap(channelType, max, WEEK);
  }
}
