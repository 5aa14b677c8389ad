/** The weekly look whether what should be gone is gone. */
package com.ceap.lambdas.jobs.cleanup;
