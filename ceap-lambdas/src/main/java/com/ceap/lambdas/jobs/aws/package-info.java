/** The function that does jobs. */
package com.ceap.lambdas.jobs.aws;
