/** What every door to a decision shares when it makes a candidate. */
package com.ceap.lambdas.candidate;
