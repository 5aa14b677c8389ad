/** The batch as functions of a state machine: each decodes a small JSON, calls a step, encodes. */
package com.ceap.lambdas.batch.aws;
