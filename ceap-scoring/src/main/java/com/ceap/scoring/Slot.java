package com.ceap.scoring;

import com.ceap.model.program.FeatureSource;

/** One value to read for each candidate; models that name the same feature and source share it. */
record Slot(String feature, FeatureSource source) {}
