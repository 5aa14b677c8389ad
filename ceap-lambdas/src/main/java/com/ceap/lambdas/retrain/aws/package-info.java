/** The function behind the state machine that trains models. */
package com.ceap.lambdas.retrain.aws;
