package com.ceap.lambdas.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.lambdas.Samples;
import com.ceap.model.Candidate;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.Rejection;
import com.ceap.runtime.objects.FolderObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceObjectsTest {
  @TempDir Path folder;

  @Test
  void everyRejectionOfACustomerIsFoundAndNobodyElses() {
    TraceObjects traces = new TraceObjects(new FolderObjectStore(folder));
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<RejectedCandidate> rejected = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Candidate candidate = Samples.candidate(random);
        rejected.add(
            new RejectedCandidate(
                candidate, new Rejection("f" + random.nextInt(3), "CODE", "said \"why\" " + i)));
      }
      traces.write("trace.jsonl", rejected);
      String customer = rejected.get(random.nextInt(60)).candidate().customerId();
      assertThat(traces.find("trace.jsonl", customer))
          .as("seed %d", seed)
          .extracting(TraceLine::rejection)
          .containsExactlyElementsOf(
              rejected.stream()
                  .filter(line -> line.candidate().customerId().equals(customer))
                  .map(RejectedCandidate::rejection)
                  .toList());
    }
  }
}
