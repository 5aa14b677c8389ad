/**
 * Campaigns: who gets what is frozen when a run completes, and sent from that list alone, so that
 * sending can be ended and begun again at any moment.
 */
package com.ceap.lambdas.campaign;
