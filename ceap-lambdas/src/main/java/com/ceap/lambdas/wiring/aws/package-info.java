/** Puts functions together on AWS, from their environment variables. */
package com.ceap.lambdas.wiring.aws;
