/** Delivers due touches: at most once each, and every one accounted for by a message's record. */
package com.ceap.lambdas.channel;
