/** What stages behind a queue share: the messages they are given and what becomes of each. */
package com.ceap.lambdas.queue;
