package com.ceap.serving;

import com.ceap.model.CandidateKey;
import com.ceap.model.program.Program;
import com.ceap.serving.eligibility.EligibilityRefresh;
import com.ceap.serving.eligibility.Refreshed;
import com.ceap.serving.metrics.Degradation;
import com.ceap.storage.CandidatePage;
import com.ceap.storage.CandidateRepository;
import com.ceap.storage.Cursor;
import com.ceap.storage.Standing;
import com.ceap.storage.StandingRepository;
import com.ceap.storage.StoredCandidate;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers which candidates of a program may be shown or sent, whoever they belong to, by the
 * indexes. Channels in shadow mode count: it is for the caller to do everything but the sending.
 * Thread-safe.
 */
public final class ProgramFeeds {
  private final CandidateRepository candidates;
  private final StandingRepository standings;
  private final Visibility visibility;
  private final EligibilityRefresh eligibility;

  public ProgramFeeds(
      CandidateRepository candidates,
      StandingRepository standings,
      Function<String, Optional<Program>> programs,
      EligibilityRefresh eligibility) {
    this.candidates = candidates;
    this.standings = standings;
    this.visibility = new Visibility(ChannelTypes.of(programs, true));
    this.eligibility = eligibility;
  }

  /**
   * Those of a channel, best score first.
   *
   * @param limit at most this many; fewer come only at the end
   * @throws ConsentUnreadable where a customer's consent cannot be read
   */
  public ProgramPage ofChannel(
      String programId,
      List<String> marketplaces,
      String channel,
      double minScore,
      int limit,
      Cursor cursor) {
    Sift sift = new Sift(channel::equals, stored -> Treatment.score(stored.decision()) >= minScore);
    return sift.page(
        candidates.top(programId, marketplaces, channel, minScore, limit, cursor, sift::apply));
  }

  /**
   * Those of a category, or of a band of cart values, newest business date first.
   *
   * @param limit at most this many; fewer come only at the end
   * @throws ConsentUnreadable where a customer's consent cannot be read
   */
  public ProgramPage ofCategory(
      String programId,
      List<String> marketplaces,
      String category,
      LocalDate from,
      LocalDate to,
      int limit,
      Cursor cursor) {
    Sift sift = new Sift(_ -> true, _ -> true);
    return sift.page(
        candidates.byCategory(
            programId, marketplaces, category, from, to, limit, cursor, sift::apply));
  }

  /** Keeps what may be shown, of one answer. */
  private final class Sift {
    private final Predicate<String> channel;
    private final Predicate<StoredCandidate> wanted;
    private final Map<CandidateKey, Shown> shown = new HashMap<>();
    private final Set<Degradation> degradations = EnumSet.noneOf(Degradation.class);

    Sift(Predicate<String> channel, Predicate<StoredCandidate> wanted) {
      this.channel = channel;
      this.wanted = wanted;
    }

    List<StoredCandidate> apply(List<StoredCandidate> read) {
      List<Open> visible =
          prospects(read.stream().filter(wanted).toList()).stream()
              .map(visibility::open)
              .filter(open -> open.on(channel))
              .toList();
      Refreshed refreshed = eligibility.refresh(visible.stream().map(Open::aged).toList(), false);
      degradations.addAll(refreshed.degradations());
      List<Shown> left =
          visible.stream()
              .map(open -> open.after(refreshed))
              .filter(open -> open.on(channel))
              .map(Open::shown)
              .toList();
      left.forEach(one -> shown.put(one.stored().decision().key(), one));
      return left.stream().map(Shown::stored).toList();
    }

    private List<Prospect> prospects(List<StoredCandidate> read) {
      Map<CandidateKey, Standing> known =
          ConsentUnreadable.reading(
              () -> standings.standings(read.stream().map(s -> s.decision().key()).toList()));
      return read.stream().map(s -> prospect(s, known.get(s.decision().key()))).toList();
    }

    private Prospect prospect(StoredCandidate stored, Standing standing) {
      return new Prospect(stored, standing.ledger(), standing.outcome());
    }

    ProgramPage page(CandidatePage page) {
      List<Shown> found =
          page.candidates().stream().map(stored -> shown.get(stored.decision().key())).toList();
      return new ProgramPage(found, page.next(), degradations);
    }
  }
}
