/** Settings that come as names and texts, such as environment variables. */
package com.ceap.runtime.settings;
