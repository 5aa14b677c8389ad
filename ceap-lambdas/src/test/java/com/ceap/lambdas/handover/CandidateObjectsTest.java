package com.ceap.lambdas.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.Samples;
import com.ceap.model.Candidate;
import com.ceap.model.ScoredCandidate;
import com.ceap.runtime.objects.FolderObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateObjectsTest {
  @TempDir Path folder;

  @Test
  void candidatesComeBackAsTheyWere() {
    CandidateObjects objects = new CandidateObjects(new FolderObjectStore(folder));
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Candidate> candidates =
          Stream.generate(() -> Samples.candidate(random)).limit(random.nextInt(20)).toList();
      objects.write("runs/p/etl/chunk.jsonl", candidates);
      assertThat(objects.read("runs/p/etl/chunk.jsonl")).as("seed %d", seed).isEqualTo(candidates);
    }
  }

  @Test
  void scoredCandidatesComeBackAsTheyWere() {
    CandidateObjects objects = new CandidateObjects(new FolderObjectStore(folder));
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<ScoredCandidate> scored =
          Stream.generate(() -> Samples.scored(random)).limit(random.nextInt(20)).toList();
      objects.writeScored("scored.jsonl", scored);
      List<ScoredCandidate> back = new ArrayList<>();
      objects.forEachScored("scored.jsonl", back::add);
      assertThat(back).as("seed %d", seed).isEqualTo(scored);
    }
  }

  @Test
  void anObjectThatFailedHalfWayIsNotThere() {
    FolderObjectStore objects = new FolderObjectStore(folder);
    assertThatThrownBy(
            () ->
                objects.put(
                    "runs/a",
                    out -> {
                      out.write(1);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(objects.list("runs/")).isEmpty();
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void aKeyCannotLeadOutOfTheFolder() {
    FolderObjectStore objects = new FolderObjectStore(folder);
    assertThatThrownBy(() -> objects.put("../a", out -> out.write(1)))
        .hasMessage("the key '../a' leads out of the folder");
  }
}
