/** What a filter implements. */
package com.ceap.filters.spi;
