package com.ceap.lambdas.trace;

import com.ceap.model.Rejection;
import com.ceap.model.Subject;

/** One recorded rejection. */
public record TraceLine(
    String customerId, String marketplace, Subject subject, Rejection rejection) {}
