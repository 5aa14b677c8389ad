/** Stages behind queues of SQS. */
package com.ceap.lambdas.queue.aws;
