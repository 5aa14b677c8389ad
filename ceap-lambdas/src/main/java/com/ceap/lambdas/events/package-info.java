/** Events as they come from the bus or a queue: the frame, and those that the platform knows. */
package com.ceap.lambdas.events;
