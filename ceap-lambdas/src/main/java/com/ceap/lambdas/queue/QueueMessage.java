package com.ceap.lambdas.queue;

/**
 * A message of a queue, delivered at least once.
 *
 * @param id the queue's id of it, by which failures are reported
 * @param body JSON
 * @param receives how often it was taken from the queue, this time included
 */
public record QueueMessage(String id, String body, int receives) {}
