/** Metrics as CloudWatch reads them out of a function's log. */
package com.ceap.runtime.metrics.aws;
