package com.ceap.lambdas.channel;

import com.ceap.channels.spi.Composition;
import com.ceap.model.Customer;
import com.ceap.model.Product;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.storage.DeliveryState;
import com.ceap.storage.PlannedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Why a message is due: all in which the touch of a journey and a campaign's message differ. */
sealed interface Occasion permits TouchOccasion, CampaignOccasion {
  ChannelTerms terms();

  PlannedMessage planned();

  /**
   * What it has to say.
   *
   * @param products of all messages of its group, as far as the catalogue knows them
   */
  Matter matter(DeliveryState state, Supplier<Map<String, Product>> products);

  /** The message as it is recorded. */
  MessagePlan plan(List<Topic> topics);

  /** What is done first of all with a message that nothing has ended. */
  void begin(DeliveryScheduler scheduler);

  /** What speaks against it besides all that may speak against any message. */
  Optional<SuppressReason> against(DeliveryState state);

  /** When it should go out. */
  Instant time(Optional<Customer> customer);

  /** After this moment it goes out no more. */
  default Instant deadline(Optional<Customer> customer) {
    return time(customer).plus(terms().rules().lateness());
  }

  /** Puts it off. */
  DeliveryResult defer(DeliveryScheduler scheduler, Instant now, Instant until);

  /**
   * What becomes of a message at which a composer has failed.
   *
   * @throws RuntimeException the defect, where it is to be tried again
   */
  Composition uncomposed(RuntimeException defect);
}
