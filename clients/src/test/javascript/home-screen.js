import { ProblemError, ServingClient } from 'ceap-serving-client';

const CHANNEL = 'in-app';

// region client
/**
 * What a home screen shows a customer, and what the customer does with it.
 *
 * `url` is the API's; `token` gives the customer's current JWT.
 */
export class HomeScreen {
  #ceap;

  constructor(url, token) {
    this.#ceap = new ServingClient({ baseUrl: url, token });
  }
  // endregion

  // region candidates
  /** The best candidates, best first; none where the API cannot say now. */
  async shownTo(customerId, limit) {
    try {
      const answer = await this.#ceap.getCandidatesForCustomer(
        { customerId, channel: CHANNEL, limit },
        { signal: AbortSignal.timeout(2000) },
      );
      return answer.candidates;
    } catch (error) {
      if (mayPass(error)) {
        return [];
      }
      throw error;
    }
  }
  // endregion

  // region events
  /**
   * Reports a click, even where the click leaves the page.
   *
   * `clickId` is made once where the click happens, by `crypto.randomUUID()` for instance, and is
   * the same when it is reported again.
   */
  clicked(candidateId, clickId) {
    return this.#ceap.reportEvent(
      { candidateId, idempotencyKey: clickId, event: { type: 'click', channel: CHANNEL } },
      { keepalive: true },
    );
  }
  // endregion
}

// region errors
/** Whether the same call may go well later; the others are mistakes in the request. */
function mayPass(error) {
  return (
    error instanceof ProblemError &&
    (error.status === 0 || error.status === 429 || error.status >= 500)
  );
}
// endregion
