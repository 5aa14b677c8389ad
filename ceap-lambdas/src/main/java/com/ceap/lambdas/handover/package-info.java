/**
 * How candidates travel between stages as objects: JSON lines, the first of which names the
 * attributes, so that a row is an array.
 */
package com.ceap.lambdas.handover;
