/** The pieces that stacks are put together from. */
package com.ceap.infrastructure.construct;
