/**
 * Durable queues on the platform's store, with delays, visibility timeouts, receive counts and dead
 * letters as SQS has them. Any process may send; one at a time receives.
 */
package com.ceap.local.queue;
