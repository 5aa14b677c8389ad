/**
 * What a program's messages brought: figures by day, put together from what changed, and what can
 * be said of them with the evidence there is. docs/reference/metrics.md defines each figure.
 */
package com.ceap.lambdas.report;
