/** The scoring providers that come with the platform. */
package com.ceap.scoring.builtin;
