/** One event at a time: read, claimed, decided and stored, with its first touch scheduled. */
package com.ceap.lambdas.reactive;
