/** Measures what customers are answered, beside the bare query behind it. */
package com.ceap.local.bench.serving;
