package com.ceap.local.bench.campaign;

/**
 * What no campaign can do without, one after the other.
 *
 * @param rendering the template engine renders every message from what it says
 * @param writing two conditional writes for each message
 */
public record CampaignFloor(Effort rendering, Effort writing) {
  /** Both. */
  public Effort total() {
    return rendering.plus(writing);
  }
}
