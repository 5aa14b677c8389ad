package com.ceap.local.sample;

import com.ceap.model.Attributes;

/**
 * What was seen of a session, and whether the customer bought within seven days.
 *
 * @param features by the names that models ask for
 */
public record LabelledSession(Attributes features, boolean bought) {}
