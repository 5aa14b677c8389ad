package com.ceap.filters.builtin;

import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.model.Candidate;
import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import java.util.List;

/** Rejects customers who got as many messages of the program as the cap allows. */
record FrequencyCapFilter(String filterId, MessageCap cap, Program program) implements Filter {
  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public FilterResult apply(List<Candidate> candidates, FilterContext context) {
    return FilterResult.of(
        filterId, candidates, cap.check(new Chunk(candidates, context), program));
  }

  @Override
  public List<SendCap> caps() {
    return List.of(cap.of(program));
  }
}
