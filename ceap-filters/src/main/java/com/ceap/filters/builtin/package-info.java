/** The filters that come with the platform, and the rules of {@code business-rule}. */
package com.ceap.filters.builtin;
