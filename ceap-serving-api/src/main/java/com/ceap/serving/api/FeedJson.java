package com.ceap.serving.api;

import com.ceap.serving.Feed;
import com.ceap.serving.Section;
import com.ceap.serving.Shown;
import com.ceap.serving.display.Displays.Shelf;
import com.ceap.serving.metrics.Degradation;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Feeds as the API shows them. */
record FeedJson(CandidateJson candidate, Shelf shelf) {
  /** The fields of a feed, into an object that is open. */
  void write(Feed feed, JsonGenerator json) throws IOException {
    json.writeStringField("customerId", feed.customerId());
    if (feed.marketplace().isPresent()) {
      json.writeStringField("marketplace", feed.marketplace().get());
    }
    json.writeArrayFieldStart("sections");
    for (Section section : feed.sections()) {
      write(section, json);
    }
    json.writeEndArray();
    candidates(feed.candidates(), json);
  }

  private static void write(Section section, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("programId", section.programId());
    json.writeStringField("channelId", section.channelId());
    json.writeStringField("sectionName", section.name());
    json.writeNumberField("maxProducts", section.maxProducts());
    json.writeStringField(
        "refreshInterval", section.refresh().map(Duration::toString).orElse("realtime"));
    json.writeEndObject();
  }

  void candidates(Collection<Shown> candidates, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("candidates");
    for (Shown shown : candidates) {
      candidate.write(shown, shelf.of(shown.stored()), json);
    }
    json.writeEndArray();
  }

  /** Whether the answer does without something, and without what. */
  void degradations(Set<Degradation> degradations, JsonGenerator json) throws IOException {
    json.writeBooleanField("degraded", !all(degradations).isEmpty());
    json.writeArrayFieldStart("degradations");
    for (Degradation degradation : all(degradations)) {
      json.writeString(degradation.name());
    }
    json.writeEndArray();
  }

  /** In a fixed order. */
  private Set<Degradation> all(Set<Degradation> degradations) {
    Set<Degradation> all = new TreeSet<>(degradations);
    all.addAll(shelf.degradations());
    return all;
  }

  /**
   * How long the answer may be kept: as long as the least patient of the sections allows, and not
   * at all where one asks each time or something is missing.
   */
  String cacheControl(Feed feed) {
    List<Duration> lives =
        feed.sections().stream().flatMap(section -> section.refresh().stream()).toList();
    boolean keep =
        !lives.isEmpty()
            && lives.size() == feed.sections().size()
            && all(feed.degradations()).isEmpty();
    return keep
        ? "private, max-age=" + lives.stream().min(Duration::compareTo).orElseThrow().toSeconds()
        : "private, no-store";
  }
}
