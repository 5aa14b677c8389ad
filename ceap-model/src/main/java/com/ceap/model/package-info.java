/**
 * What a decision is about and how it ended: plain, immutable data with nothing but the JDK in its
 * signatures.
 */
package com.ceap.model;
