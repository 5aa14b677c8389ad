package com.ceap.lambdas.channel;

import com.ceap.storage.StoredCandidate;
import java.util.List;

/** What a message has to say, by now. */
sealed interface Matter {
  /** What its record is about, the best first; never empty. */
  List<Topic> topics();

  /** There is something to say. */
  record Something(List<Topic> topics, List<StoredCandidate> candidates) implements Matter {
    public Something {
      topics = List.copyOf(topics);
      candidates = List.copyOf(candidates);
    }
  }

  /** Nothing is left of it. */
  record Nothing(List<Topic> topics, SuppressReason why) implements Matter {
    public Nothing {
      topics = List.copyOf(topics);
    }
  }

  /** It is not stored, and may be on the way. */
  record NotStored(List<Topic> topics) implements Matter {
    public NotStored {
      topics = List.copyOf(topics);
    }
  }
}
