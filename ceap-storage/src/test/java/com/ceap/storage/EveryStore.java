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
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }
  }

  @Nested
  class Candidates extends CandidatesContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }

    @Override
    void settle() {
      EveryStore.this.settle();
    }
  }

  @Nested
  class Decisions extends DecisionsContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }

    @Override
    void settle() {
      EveryStore.this.settle();
    }
  }

  @Nested
  class Ledgers extends LedgersContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }
  }

  @Nested
  class Messages extends MessagesContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }
  }

  @Nested
  class Outcomes extends OutcomesContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }
  }

  @Nested
  class ReactiveStores extends ReactiveStoresContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }

    @Override
    void settle() {
      EveryStore.this.settle();
    }
  }

  @Nested
  class ServingStores extends ServingStoresContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }

    @Override
    void settle() {
      EveryStore.this.settle();
    }
  }

  @Nested
  class Repositories extends StoresContract {
    @Override
    Tables open() {
      return EveryStore.this.open(clock);
    }
  }
}
