package com.ceap.scoring;

import com.ceap.model.Candidate;
import com.ceap.model.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The candidates of a chunk for which one form of the program holds.
 *
 * @param positions where in the chunk each of them stands
 */
record Share(Program program, List<Candidate> candidates, List<Integer> positions) {
  static List<Share> of(Program program, List<Candidate> chunk) {
    Map<Program, Share> shares = new LinkedHashMap<>();
    Map<String, Share> byMarketplace = new LinkedHashMap<>();
    for (int i = 0; i < chunk.size(); i++) {
      Share share =
          byMarketplace.computeIfAbsent(
              chunk.get(i).key().marketplace(),
              marketplace ->
                  shares.computeIfAbsent(program.forMarketplace(marketplace), Share::empty));
      share.candidates.add(chunk.get(i));
      share.positions.add(i);
    }
    return List.copyOf(shares.values());
  }

  private static Share empty(Program program) {
    return new Share(program, new ArrayList<>(), new ArrayList<>());
  }
}
