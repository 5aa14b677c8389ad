package com.ceap.connectors.builtin;

/**
 * Why a value cannot be taken.
 *
 * @param code the reason code of the rejected record
 * @param wanted what the value should be, to be read after "should be"
 */
record Fault(String code, String wanted) {
  static Fault wrongType(CanonicalType type) {
    return new Fault("WRONG_TYPE", type.wanted());
  }
}
