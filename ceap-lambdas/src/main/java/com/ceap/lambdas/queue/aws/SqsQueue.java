package com.ceap.lambdas.queue.aws;

/**
 * A queue and where what it cannot get rid of goes.
 *
 * @param url where messages that must wait are put back
 * @param deadLetterUrl where messages go that no retry would help
 */
public record SqsQueue(String url, String deadLetterUrl) {}
