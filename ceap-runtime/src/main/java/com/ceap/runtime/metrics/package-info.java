/** What functions measure: each metric with its dimensions, and where measurements go. */
package com.ceap.runtime.metrics;
