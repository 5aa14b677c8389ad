/** What a scoring provider implements. */
package com.ceap.scoring.spi;
