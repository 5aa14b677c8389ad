package com.ceap.lambdas.select;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.Samples;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.program.Selection;
import com.ceap.runtime.objects.FolderObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectorTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Selection.GroupBy.class)
  void theBestOfEachGroupAreKeptWhateverTheOrder(Selection.GroupBy groupBy) {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<ScoredCandidate> candidates = distinct(random, 1 + random.nextInt(80));
      int top = 1 + random.nextInt(6);
      Collections.shuffle(candidates, random);
      Selector selector = new Selector(new Selection(top, groupBy));
      candidates.forEach(selector::offer);
      Set<ScoredCandidate> expected = bestByFullSort(candidates, group(groupBy), top);
      Cutoffs cutoffs = throughAnObject(selector.cutoffs(), new Selection(top, groupBy));
      assertThat(candidates.stream().filter(cutoffs::keeps))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(selector.kept()).isEqualTo(expected.size());
    }
  }

  private Cutoffs throughAnObject(Cutoffs cutoffs, Selection selection) {
    CutoffObjects objects = new CutoffObjects(new FolderObjectStore(folder));
    objects.write("cutoffs.jsonl", cutoffs);
    return objects.read("cutoffs.jsonl", selection);
  }

  private static List<ScoredCandidate> distinct(Random random, int count) {
    Map<Object, ScoredCandidate> byKey = new HashMap<>();
    for (int i = 0; i < count; i++) {
      ScoredCandidate candidate = Samples.scored(random);
      byKey.put(candidate.key(), candidate);
    }
    return new ArrayList<>(byKey.values());
  }

  private static Set<ScoredCandidate> bestByFullSort(
      Collection<ScoredCandidate> candidates, Function<ScoredCandidate, String> group, int top) {
    Map<String, List<ScoredCandidate>> groups = new HashMap<>();
    candidates.forEach(c -> groups.computeIfAbsent(group.apply(c), g -> new ArrayList<>()).add(c));
    Set<ScoredCandidate> best = new HashSet<>();
    for (List<ScoredCandidate> members : groups.values()) {
      members.sort((a, b) -> Rank.of(a).compareTo(Rank.of(b)));
      best.addAll(members.subList(0, Math.min(top, members.size())));
    }
    return best;
  }

  private static Function<ScoredCandidate, String> group(Selection.GroupBy groupBy) {
    return switch (groupBy) {
      case NONE -> candidate -> "";
      case SUBJECT -> candidate -> candidate.key().subject().id();
      case CUSTOMER -> candidate -> candidate.key().customerId();
      case CATEGORY -> candidate -> candidate.candidate().context("category").orElse("");
    };
  }
}
