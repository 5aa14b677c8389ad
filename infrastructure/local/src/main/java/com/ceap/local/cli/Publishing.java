package com.ceap.local.cli;

import com.ceap.local.bus.EntryJson;
import com.ceap.local.bus.EntryResult;
import com.ceap.local.bus.PutEntry;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Puts what files hold, some hundred at a time, and tells of each what became of it. */
final class Publishing {
  private static final int TOGETHER = 200;

  private final Function<List<PutEntry>, List<EntryResult>> put;
  private final String bus;
  private final boolean busGiven;
  private final BiConsumer<String, EntryResult> tell;
  private final List<String> places = new ArrayList<>();
  private final List<PutEntry> entries = new ArrayList<>();

  /**
   * Publishing through a door.
   *
   * @param bus the bus of events, which name none
   * @param busGiven whether entries that name none are meant for it too
   * @param tell where an entry stands, and what was answered
   */
  Publishing(
      Function<List<PutEntry>, List<EntryResult>> put,
      String bus,
      boolean busGiven,
      BiConsumer<String, EntryResult> tell) {
    this.put = put;
    this.bus = bus;
    this.busGiven = busGiven;
    this.tell = tell;
  }

  void take(EventFile.Found found) {
    switch (found) {
      case EventFile.Found.Value(String place, JsonNode json) -> take(place, json);
      case EventFile.Found.Broken(String place, String problem) -> refuse(place, problem);
    }
  }

  private void take(String place, JsonNode json) {
    try {
      entries.add(entry(json));
      places.add(place);
    } catch (CeapException e) {
      refuse(place, e.getMessage());
      return;
    }
    if (entries.size() == TOGETHER) {
      flush();
    }
  }

  private PutEntry entry(JsonNode json) {
    if (EntryJson.isEvent(json)) {
      return EntryJson.event("the event", json, bus);
    }
    PutEntry entry = EntryJson.putEvents("the entry", json);
    return busGiven && entry.eventBusName().isEmpty() ? entry.on(bus) : entry;
  }

  private void refuse(String place, String problem) {
    flush();
    tell.accept(place, new EntryResult.Refused("MalformedEntry", problem, ErrorCode.EVENT_INVALID));
  }

  /** Puts what was taken and is not put yet. */
  void flush() {
    List<EntryResult> results = put.apply(List.copyOf(entries));
    for (int i = 0; i < results.size(); i++) {
      tell.accept(places.get(i), results.get(i));
    }
    entries.clear();
    places.clear();
  }
}
