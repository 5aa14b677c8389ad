package com.ceap.filters.builtin;

import com.ceap.filters.spi.Check;
import com.ceap.filters.spi.Chunk;
import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContext;
import com.ceap.filters.spi.FilterResult;
import com.ceap.filters.spi.Verdict;
import com.ceap.model.Candidate;
import com.ceap.model.SendCap;
import com.ceap.model.program.Program;
import java.util.List;

/** Lets candidates pass that keep every rule; the first one broken names the reason. */
record BusinessRuleFilter(String filterId, BusinessRules rules, Program program) implements Filter {
  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public FilterResult apply(List<Candidate> candidates, FilterContext context) {
    Chunk chunk = new Chunk(candidates, context);
    Check[] checks = new Check[rules.settings().size()];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = rules.settings().get(i).check(chunk, program);
    }
    return FilterResult.of(filterId, candidates, candidate -> first(checks, candidate));
  }

  @Override
  public List<SendCap> caps() {
    return rules.settings().stream().flatMap(setting -> setting.caps(program).stream()).toList();
  }

  private static Verdict first(Check[] checks, Candidate candidate) {
    for (Check check : checks) {
      Verdict verdict = check.check(candidate);
      if (!verdict.unchanged()) {
        return verdict;
      }
    }
    return Verdict.pass();
  }
}
