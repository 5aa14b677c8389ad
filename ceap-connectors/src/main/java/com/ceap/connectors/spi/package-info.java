/** What a connector implements: raw records out of a warehouse, a stream, a bucket. */
package com.ceap.connectors.spi;
