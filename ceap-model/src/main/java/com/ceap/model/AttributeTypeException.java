package com.ceap.model;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;

/** An attribute holds another type than its reader asked for; a defect confined to one record. */
public final class AttributeTypeException extends CeapException {
  private static final long serialVersionUID = 1L;

  public AttributeTypeException(String name, String wanted, Object value) {
    super(
        ErrorCode.RECORD_INVALID,
        "attribute '" + name + "' should be " + wanted + " but is a " + kind(value));
  }

  private static String kind(Object value) {
    return value.getClass().getSimpleName();
  }
}
