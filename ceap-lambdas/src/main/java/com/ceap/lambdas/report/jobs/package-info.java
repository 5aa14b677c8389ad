/** The jobs that put figures together and write reports. */
package com.ceap.lambdas.report.jobs;
