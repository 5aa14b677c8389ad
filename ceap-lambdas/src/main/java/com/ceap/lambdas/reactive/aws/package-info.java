/** The function behind the queues of programs' events. */
package com.ceap.lambdas.reactive.aws;
