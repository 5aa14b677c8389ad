package com.ceap.serving;

import com.ceap.model.CandidateKey;
import com.ceap.model.program.Program;
import com.ceap.storage.StoredCandidate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The sections that programs have on the channel that is asked for. One instance serves one answer.
 */
final class Sections {
  private record Place(String programId, String marketplace) {}

  private final CustomerQuery query;
  private final Function<String, Optional<Program>> programs;
  private final Map<Place, Optional<Section>> known = new HashMap<>();

  Sections(CustomerQuery query, Function<String, Optional<Program>> programs) {
    this.query = query;
    this.programs = programs;
  }

  Optional<Section> of(StoredCandidate stored) {
    CandidateKey key = stored.decision().key();
    return of(new Place(key.programId(), key.marketplace()));
  }

  private Optional<Section> of(Place place) {
    return known.computeIfAbsent(place, this::find);
  }

  private Optional<Section> find(Place place) {
    return query
        .channel()
        .flatMap(
            channel ->
                programs
                    .apply(place.programId())
                    .map(program -> program.forMarketplace(place.marketplace()))
                    .flatMap(program -> Section.of(program, channel)));
  }

  /** Those of the candidates, else that of the program that was asked for. */
  List<Section> showing(List<Shown> chosen) {
    Set<Section> sections = new LinkedHashSet<>();
    chosen.forEach(shown -> of(shown.stored()).ifPresent(sections::add));
    if (sections.isEmpty()) {
      query
          .programId()
          .flatMap(program -> of(new Place(program, query.marketplace().orElse(""))))
          .ifPresent(sections::add);
    }
    return List.copyOf(sections);
  }
}
