/** The touches of a program, one after the other, and what a due one carries. */
package com.ceap.lambdas.journey;
