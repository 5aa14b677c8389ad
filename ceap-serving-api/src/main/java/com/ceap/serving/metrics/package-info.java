/** What serving counts, for whoever publishes it. */
package com.ceap.serving.metrics;
