/** The functions behind the queues of due touches. */
package com.ceap.lambdas.channel.aws;
