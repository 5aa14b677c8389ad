package com.ceap.local.bench;

/** Why a unique candidate was turned away; {@code etl} stands for before the filters. */
record Rejected(String filterId, String reasonCode) {}
