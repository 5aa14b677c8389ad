/**
 * The sample shop: a latent process that makes customers, products and behaviour, written as a
 * warehouse folder and as labelled sessions to train models on.
 */
package com.ceap.local.sample;
