package com.ceap.connectors.aws;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;

/** Athena refused to compare a date with text. */
final class DateComparedException extends CeapException {
  private static final long serialVersionUID = 1L;

  DateComparedException(String message) {
    super(ErrorCode.QUERY_INVALID, message);
  }
}
