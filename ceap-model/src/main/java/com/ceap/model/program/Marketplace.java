package com.ceap.model.program;

import java.time.ZoneId;
import java.util.Currency;

/**
 * A country's shop.
 *
 * @param id as programs name it, such as {@code UK}
 * @param zone where a customer without a zone of their own is taken to live
 */
public record Marketplace(String id, ZoneId zone, Currency currency) {}
