package com.ceap.storage;

import com.ceap.storage.table.Tables;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** What every place that can hold the tables must keep. */
abstract class EveryStore {
  /** Empty tables that go by this clock. */
  abstract Tables open(InstantSource clock);

  /** Waits until indexes show all that was written, where they are late. */
  void settle() {}

  @Nested
  class Campaigns extends CampaignsContract {
    Campaigns() {
      super(EveryStore.this);
    }
  }

  @Nested
  class Candidates extends CandidatesContract {
    Candidates() {
      super(EveryStore.this);
    }
  }

  @Nested
  class Decisions extends DecisionsContract {
    Decisions() {
      super(EveryStore.this);
    }
  }

  @Nested
  class Ledgers extends LedgersContract {
    Ledgers() {
      super(EveryStore.this);
    }
  }

  @Nested
  class Messages extends MessagesContract {
    Messages() {
      super(EveryStore.this);
    }
  }

  @Nested
  class Outcomes extends OutcomesContract {
    Outcomes() {
      super(EveryStore.this);
    }
  }

  @Nested
  class ReactiveStores extends ReactiveStoresContract {
    ReactiveStores() {
      super(EveryStore.this);
    }
  }

  @Nested
  class ServingStores extends ServingStoresContract {
    ServingStores() {
      super(EveryStore.this);
    }
  }

  @Nested
  class Repositories extends StoresContract {
    Repositories() {
      super(EveryStore.this);
    }
  }
}
