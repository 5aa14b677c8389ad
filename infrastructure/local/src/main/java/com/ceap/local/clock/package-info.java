/** The platform's own clock: the system's time, or a time of its own that is moved forward. */
package com.ceap.local.clock;
