package com.ceap.scoring;

import com.ceap.model.program.ReferenceRates;

/** A slot that holds an amount of money, to be given to models in their own currency. */
record SlotAmount(int slot, ReferenceRates rates) {
  /**
   * Converts the amount in its slot; without a rate for its currency there is none.
   *
   * @param currency ISO 4217 code; empty where nobody knows it
   */
  void convert(Object[] slots, String currency) {
    if (!currency.equals(rates.base()) && slots[slot] instanceof Number amount) {
      slots[slot] = rates.inBase(amount.doubleValue(), currency).orElse(null);
    }
  }
}
