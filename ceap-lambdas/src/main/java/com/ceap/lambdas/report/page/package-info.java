/** A report as one HTML page that needs nothing else. */
package com.ceap.lambdas.report.page;
