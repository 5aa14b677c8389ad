/**
 * What happens to journeys after they began: exits, purchases and what led to them, opt-outs, and
 * what providers say of messages. All of it may come twice, late and in any order.
 */
package com.ceap.lambdas.lifecycle;
