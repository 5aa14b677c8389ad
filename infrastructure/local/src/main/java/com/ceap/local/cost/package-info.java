/**
 * What a batch and an event cost on AWS: requests counted by running them, times published prices.
 */
package com.ceap.local.cost;
