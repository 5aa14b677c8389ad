/** What all stages share: the report of what went in, came out and was turned away. */
package com.ceap.lambdas.stage;
