package com.ceap.filters.builtin;

import com.ceap.model.program.Key;
import java.util.Optional;

/** What the filter {@code trust} may be told. */
public record TrustParameters(
    @Key(
            "Whether a payment method must be on file; unless given, it must for carts and need not"
                + " otherwise.")
        Optional<Boolean> requirePaymentMethod) {}
