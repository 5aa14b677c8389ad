/** Error codes whose category alone decides what happens next. */
package com.ceap.model.error;
