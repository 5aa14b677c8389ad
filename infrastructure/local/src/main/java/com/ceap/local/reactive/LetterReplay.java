package com.ceap.local.reactive;

import com.ceap.local.bus.EntryJson;
import com.ceap.local.bus.PutEntry;
import com.ceap.local.queue.DeadLetter;
import com.ceap.local.queue.DeadLetters;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Sends dead letters again, to their queue or to the bus. */
public final class LetterReplay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalReactive reactive;

  public LetterReplay(LocalReactive reactive) {
    this.reactive = reactive;
  }

  /**
   * Sends one again; a letter that somebody else has just sent again counts as sent.
   *
   * @return false where it was not kept whole, and stays
   */
  public boolean replay(DeadLetter letter) {
    if (letter.cut()) {
      return false;
    }
    if (letter.queue().equals(DeadLetters.BUS)) {
      // In this order, so that it is not lost; what the bus refuses again is a new letter.
      var _ = reactive.bus().put(List.of(entry(letter)));
      reactive.letters().discard(letter.id());
    } else {
      var _ = reactive.queues().replay(letter);
    }
    return true;
  }

  private static PutEntry entry(DeadLetter letter) {
    try {
      return EntryJson.putEvents("the letter", JSON.readTree(letter.body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the bus keeps what it refuses as JSON", e);
    }
  }
}
