/** The function behind the queue of the lifecycle. */
package com.ceap.lambdas.lifecycle.aws;
