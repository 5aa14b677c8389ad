package com.ceap.scoring;

import com.ceap.model.Candidate;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The candidates of a chunk for which one form of the program holds.
 *
 * @param position where in the chunk each of them stands
 */
record Share(Program program, List<Candidate> candidates, IntUnaryOperator position) {
  static List<Share> of(Program program, List<Candidate> chunk) {
    if (program.overrides().isEmpty()) {
      return List.of(whole(program, chunk));
    }
    return chunk.size() == 1
        ? List.of(whole(form(program, chunk.getFirst()), chunk))
        : byMarketplace(program, chunk);
  }

  private static Share whole(Program program, List<Candidate> chunk) {
    return new Share(program, chunk, IntUnaryOperator.identity());
  }

  private static Program form(Program program, Candidate candidate) {
    return program.forMarketplace(candidate.key().marketplace());
  }

  private static List<Share> byMarketplace(Program program, List<Candidate> chunk) {
    IdentityHashMap<Program, List<Integer>> positions = new IdentityHashMap<>();
    for (int i = 0; i < chunk.size(); i++) {
      Program own = form(program, chunk.get(i));
      positions.computeIfAbsent(own, p -> new ArrayList<>()).add(i);
    }
    return positions.entrySet().stream()
        .sorted(Comparator.comparing(share -> share.getValue().getFirst()))
        .map(share -> share(share.getKey(), chunk, share.getValue()))
        .toList();
  }

  private static Share share(Program program, List<Candidate> chunk, List<Integer> positions) {
    return new Share(program, positions.stream().map(chunk::get).toList(), positions::get);
  }
}
