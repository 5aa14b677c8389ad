/** What a channel implements. */
package com.ceap.channels.spi;
