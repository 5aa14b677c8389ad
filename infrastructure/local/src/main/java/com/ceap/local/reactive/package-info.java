/** The reactive path on one machine: bus, queues, stages and engine of a data folder. */
package com.ceap.local.reactive;
