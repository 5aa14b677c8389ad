// Run by HomeScreenScriptIT, which says where the APIs are: one that works, one whose store is out
// of reach, and one that is no CEAP.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ProblemError, ServingClient } from 'ceap-serving-client';
import { HomeScreen } from './home-screen.js';

const { CEAP_URL, CEAP_DOWN_URL, GATEWAY_URL, NOBODY_URL } = process.env;
const screen = (customer, url = CEAP_URL) => new HomeScreen(url, () => encodeURIComponent(customer));

test('it shows the customer’s candidates, best first', async () => {
  const shown = await screen('C1').shownTo('C1', 10);

  assert.deepEqual(shown.map(({ title }) => title), ['Product P2', 'Product P1']);
  assert.deepEqual(shown[0].price, { amount: '79.90', currency: 'USD' });
});

test('an id may hold any character', async () => {
  const odd = 'C/1 ?#&=+%;é';

  assert.equal((await screen(odd).shownTo(odd, 10))[0].customerId, odd);
});

test('a click is recorded once, however often it is reported', async () => {
  const [{ candidateId }] = await screen('C1').shownTo('C1', 1);

  const first = await screen('C1').clicked(candidateId, 'click-js');
  const again = await screen('C1').clicked(candidateId, 'click-js');

  assert.deepEqual(first, again);
  assert.equal(first.idempotencyKey, 'click-js');
});

test('a mistake is answered with what would be right', async () => {
  await assert.rejects(screen('C1').shownTo('C1', 0), (error) => {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.status, 400);
    assert.equal(error.problem.type, 'urn:problem-type:ceap:invalid-request');
    assert.equal(error.problem.errors[0].name, 'limit');
    assert.match(error.problem.errors[0].detail, /1 to 100/);
    assert.ok(error.problem.requestId);
    return true;
  });
});

test('another customer’s candidates are refused', async () => {
  await assert.rejects(screen('C2').shownTo('C1', 10), { name: 'ProblemError', status: 403 });
});

test('it shows nothing while the API cannot say', async () => {
  assert.deepEqual(await screen('C1', CEAP_DOWN_URL).shownTo('C1', 10), []);
});

test('it shows nothing where nobody answers', async () => {
  assert.deepEqual(await screen('C1', NOBODY_URL).shownTo('C1', 10), []);
});

test('an unavailable API says when to try again', async () => {
  const down = new ServingClient({ baseUrl: CEAP_DOWN_URL, token: 'C1' });

  await assert.rejects(down.getCandidatesForCustomer({ customerId: 'C1' }), {
    status: 503,
    retryAfter: 1,
  });
});

test('what a gateway answers by itself is a problem without a type', async () => {
  const gateway = new ServingClient({ baseUrl: `${GATEWAY_URL}/` });

  await assert.rejects(gateway.health(), (error) => {
    assert.equal(error.status, 403);
    assert.equal(error.problem.type, 'about:blank');
    assert.equal(error.problem.detail, '{"message":"Forbidden"}');
    return true;
  });
});

test('a caller who gives up is not told of a problem', async () => {
  const ceap = new ServingClient({ baseUrl: CEAP_URL });

  await assert.rejects(ceap.health({ signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('what is missing is named before anything is sent', async () => {
  const ceap = new ServingClient({ baseUrl: NOBODY_URL });

  await assert.rejects(ceap.getCandidatesForCustomer({}), {
    name: 'TypeError',
    message: 'getCandidatesForCustomer needs customerId',
  });
  await assert.rejects(ceap.reportEvent({ candidateId: 'x', idempotencyKey: 'k' }), {
    name: 'TypeError',
    message: 'reportEvent needs event',
  });
  await assert.rejects(ceap.eraseCustomer({ customerId: '..' }), {
    name: 'TypeError',
    message: 'customerId must not be ".."',
  });
});

test('a request can be signed just before it goes out', async () => {
  const seen = [];
  const ceap = new ServingClient({
    baseUrl: CEAP_URL,
    prepare: (request) => {
      seen.push(`${request.method} ${new URL(request.url).pathname}`);
      return new Request(request, { headers: { authorization: 'Bearer C1' } });
    },
  });

  assert.equal((await ceap.getConsent({ customerId: 'C1' })).customerId, 'C1');
  assert.deepEqual(seen, ['GET /v1/customers/C1/consent']);
});

test('an answer without a body is nothing', async () => {
  const [{ candidateId }] = await screen('C3').shownTo('C3', 1);
  const ceap = new ServingClient({ baseUrl: CEAP_URL, token: 'C3' });

  assert.equal(await ceap.consumeCandidate({ candidateId }), undefined);
  assert.deepEqual(await screen('C3').shownTo('C3', 1), []);
});
