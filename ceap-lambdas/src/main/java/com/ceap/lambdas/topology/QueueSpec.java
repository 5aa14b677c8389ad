package com.ceap.lambdas.topology;

import java.time.Duration;

/**
 * The queues of a kind; each has its dead letters beside it.
 *
 * @param visibility how long a message that was taken stays unseen: AWS wants six times the
 *     function's timeout (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html)
 * @param receives how often a message is taken before it counts as dead
 * @param retention how long a message waits, up to 14 days
 */
public record QueueSpec(QueueKind kind, Duration visibility, int receives, Duration retention) {}
