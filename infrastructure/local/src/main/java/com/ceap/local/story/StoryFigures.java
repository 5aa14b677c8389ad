package com.ceap.local.story;

import com.ceap.model.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a story, as the store has it.
 *
 * @param carts how many were left
 * @param touches in the order of the journey
 * @param unprompted orders without a message before
 * @param emptied carts that were emptied
 * @param optedOut customers who opted out meanwhile
 * @param example a message that went out, if possible an e-mail that led to an order
 */
public record StoryFigures(
    String programId,
    Instant begin,
    Instant end,
    int carts,
    EventFigures events,
    List<TouchFigures> touches,
    Sales unprompted,
    long emptied,
    long optedOut,
    Optional<Message> example) {
  public StoryFigures {
    touches = List.copyOf(touches);
  }

  /** All orders. */
  public Sales sales() {
    return Sales.sum(
        Stream.concat(touches.stream().map(TouchFigures::sales), Stream.of(unprompted)).toList());
  }
}
