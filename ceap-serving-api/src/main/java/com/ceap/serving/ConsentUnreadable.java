package com.ceap.serving;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCategory;
import com.ceap.model.error.ErrorCode;
import java.util.function.Supplier;

/**
 * What a customer agreed to cannot be read, so nothing may be shown: missing knowledge is no
 * consent.
 */
public final class ConsentUnreadable extends CeapException {
  private static final long serialVersionUID = 1L;

  private ConsentUnreadable(ErrorCode code, RuntimeException cause) {
    super(code, "what a customer agreed to cannot be read", cause);
  }

  /**
   * What the read answers.
   *
   * @throws ConsentUnreadable where it fails, unless what was asked for cannot exist
   */
  static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (CeapException e) {
      throw e.category() == ErrorCategory.INVALID_INPUT ? e : new ConsentUnreadable(e.code(), e);
    } catch (RuntimeException e) {
      throw new ConsentUnreadable(ErrorCode.DEFECT, e);
    }
  }
}
