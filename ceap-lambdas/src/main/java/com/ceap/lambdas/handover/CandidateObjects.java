package com.ceap.lambdas.handover;

import com.ceap.model.Candidate;
import com.ceap.model.ScoredCandidate;
import com.ceap.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Candidates as objects between stages. Thread-safe. */
public final class CandidateObjects {
  private final ObjectStore objects;

  public CandidateObjects(ObjectStore objects) {
    this.objects = objects;
  }

  public void write(String key, List<Candidate> candidates) {
    objects.put(
        key,
        out -> {
          try (RowWriter rows = new RowWriter(out)) {
            for (Candidate candidate : candidates) {
              rows.write(candidate);
            }
          }
        });
  }

  public List<Candidate> read(String key) {
    List<Candidate> candidates = new ArrayList<>();
    try (RowReader rows = new RowReader(objects.open(key))) {
      while (rows.next()) {
        candidates.add(rows.candidate());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
    return candidates;
  }

  public void writeScored(String key, List<ScoredCandidate> scored) {
    objects.put(
        key,
        out -> {
          try (RowWriter rows = new RowWriter(out)) {
            for (ScoredCandidate candidate : scored) {
              rows.write(candidate);
            }
          }
        });
  }

  /** Streams the scored candidates of an object in the order they were written. */
  public void forEachScored(String key, Consumer<ScoredCandidate> action) {
    try (RowReader rows = new RowReader(objects.open(key))) {
      while (rows.next()) {
        action.accept(rows.scored());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }

  /** The scored candidates of a customer in one object. */
  public List<ScoredCandidate> ofCustomer(String key, String customerId) {
    List<ScoredCandidate> found = new ArrayList<>();
    forEachScored(
        key,
        scored -> {
          if (scored.key().customerId().equals(customerId)) {
            found.add(scored);
          }
        });
    return found;
  }
}
